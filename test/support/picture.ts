import { crc32, deflateSync } from 'node:zlib';

/**
 * A square PNG of one colour that gets darker downwards: a picture that needs no network.
 *
 * @param size - its width in pixels
 */
export function picture(
  size: number,
  [red, green, blue]: readonly [number, number, number],
): Buffer {
  const row = 1 + size * 3;
  const pixels = Buffer.alloc(size * row);
  for (let y = 0; y < size; y++) {
    const light = 1 - (0.7 * y) / size;
    for (let x = 0; x < size; x++) {
      pixels.set([red * light, green * light, blue * light].map(Math.round), y * row + 1 + x * 3);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // 8 bits a channel, red-green-blue.
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
