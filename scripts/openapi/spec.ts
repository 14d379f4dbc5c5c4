import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { readableUnions } from './readable-unions.ts';

type Json = { [key: string]: unknown };

/** Discord's OpenAPI description, where it is kept beside this repository. */
const BESIDE = fileURLToPath(new URL('../../../shared/discord/openapi.json', import.meta.url));

/** The description's path: the one given, else the one beside the repository if it is there. */
export function findSpec(given?: string): string | undefined {
  if (given !== undefined) return given;
  return existsSync(BESIDE) ? BESIDE : undefined;
}

/** Discord's OpenAPI description of API v10, ready to validate bodies. */
export class OpenApi {
  readonly #ajv: Ajv2020;
  readonly #names: ReadonlySet<string>;
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(path: string) {
    const spec: Json = JSON.parse(readFileSync(path, 'utf8'));
    const components = readableUnions(spec.components as Json);
    this.#names = new Set(Object.keys(components.schemas as Json));
    this.#ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
    this.#ajv.addFormat('uri', (text: string) => URL.canParse(text));
    this.#ajv.addFormat('date-time', (text: string) => !Number.isNaN(Date.parse(text)));
    this.#ajv.addSchema({ $id: 'discord', components });
  }

  /**
   * What is wrong with a body by a schema's name; nothing when it is valid.
   *
   * @throws Error when there is no such schema
   */
  problems(schemaName: string, body: unknown): string[] {
    const validate = this.#compiled.get(schemaName) ?? this.#compile(schemaName);
    if (validate(coerced(body))) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${instancePath || 'body'} ${message ?? ''} ${JSON.stringify(params)}`,
    );
  }

  #compile(schemaName: string): ValidateFunction {
    if (!this.#names.has(schemaName)) throw new Error(`Discord has no schema "${schemaName}".`);
    const validate = this.#ajv.compile({ $ref: `discord#/components/schemas/${schemaName}` });
    this.#compiled.set(schemaName, validate);
    return validate;
  }
}

/**
 * A copy with what Discord reads leniently as the description wants it: permission bits, which
 * come as a string, as a number, and the ids of attachments, which are numbers, as strings.
 */
function coerced(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => (key === 'attachments' ? withTextId(item) : coerced(item)));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .map(([name, inner]) => [name, coerced(inner, name)]),
    );
  }
  const isBits = key === 'default_member_permissions' && typeof value === 'string';
  return isBits && /^\d+$/.test(value) ? Number(value) : value;
}

function withTextId(attachment: unknown): unknown {
  if (typeof attachment !== 'object' || attachment === null || !('id' in attachment)) {
    return attachment;
  }
  const { id } = attachment;
  return { ...attachment, id: typeof id === 'number' ? String(id) : id };
}
