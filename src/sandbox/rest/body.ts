import { refuse } from '../discord-error.ts';
import { FILES } from '../validate/limits.ts';
import type { SentFile } from '../world/compose.ts';

export interface Body {
  /** The JSON body, or a multipart request's `payload_json`; `{}` when there is none. */
  readonly json: unknown;
  readonly files: readonly SentFile[];
}

/** Multipart's own words between the parts. */
const OVERHEAD = 64 * 1024;

/** @throws DiscordError 50109 for what is not JSON, 40005 for what is too large */
export async function readBody(request: Request): Promise<Body> {
  const length = Number(request.headers.get('content-length') ?? 0);
  if (length > FILES.request + OVERHEAD) throw refuse('tooLarge');
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) {
    const text = await request.text();
    return { json: text === '' ? {} : parse(text), files: [] };
  }
  const form = await request.formData();
  const files: SentFile[] = [];
  for (const [field, value] of form.entries()) {
    if (typeof value === 'string') continue;
    files.push({
      field,
      name: value.name,
      data: Buffer.from(await value.arrayBuffer()),
      contentType: value.type || 'application/octet-stream',
    });
  }
  const payload = form.get('payload_json');
  return { json: typeof payload === 'string' ? parse(payload) : {}, files };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse('invalidJson');
  }
}
