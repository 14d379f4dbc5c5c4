import type { Context } from 'hono';
import { refuse } from '../discord-error.ts';
import { asObject, type Json } from '../validate/json.ts';
import { FILES } from '../validate/limits.ts';
import type { SentFile } from '../world/compose.ts';

export interface Body {
  /** The JSON body, or a multipart request's `payload_json`. */
  readonly json: unknown;
  readonly files: readonly SentFile[];
}

/** @throws ApiError 50109 for what is not JSON, 40005 for what is too large */
export async function readBody(context: Context): Promise<Body> {
  const length = Number(context.req.header('content-length') ?? 0);
  if (length > FILES.request) throw refuse('tooLarge');
  const type = context.req.header('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) {
    const text = await context.req.text();
    return { json: text === '' ? {} : parse(text), files: [] };
  }
  const form = await context.req.formData();
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

export const objectOf = ({ json }: Body): Json => asObject(json);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse('invalidJson');
  }
}
