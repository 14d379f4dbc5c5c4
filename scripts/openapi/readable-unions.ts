type Json = { [key: string]: unknown };

/**
 * Rewrites every union whose members each pin their `type` into a chain of if/then/else, so that a
 * fault is reported for the member that was meant, not for all of them.
 *
 * @param components - OpenAPI's `components`; it is not changed
 */
export function readableUnions(components: Json): Json {
  const schemas = components.schemas as { [name: string]: Json };
  const typesOf = (member: Json): readonly unknown[] | undefined => {
    const name = typeof member.$ref === 'string' ? member.$ref.split('/').at(-1) : undefined;
    const target = name === undefined ? member : schemas[name];
    const type = (target?.properties as Json | undefined)?.type as Json | undefined;
    if (Array.isArray(type?.enum)) return type.enum;
    return type?.const === undefined ? undefined : [type.const];
  };
  const rewrite = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rewrite);
    if (typeof value !== 'object' || value === null) return value;
    const schema = absolute(
      Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rewrite(inner)])),
    );
    for (const keyword of ['oneOf', 'anyOf']) {
      const members = (value as Json)[keyword];
      if (!Array.isArray(members)) continue;
      const chain = chainOf(members, typesOf);
      if (chain === undefined) continue;
      const { [keyword]: _, ...rest } = schema;
      return { ...rest, ...chain };
    }
    return schema;
  };
  return rewrite(components) as Json;
}

/** References are to the document that {@link readableUnions} becomes a part of. */
function absolute(schema: Json): Json {
  const { $ref } = schema;
  return typeof $ref === 'string' && $ref.startsWith('#')
    ? { ...schema, $ref: `discord${$ref}` }
    : schema;
}

function chainOf(
  members: readonly Json[],
  typesOf: (member: Json) => readonly unknown[] | undefined,
): Json | undefined {
  const nullable = members.some(({ type }) => type === 'null');
  const named = members
    .filter(({ type }) => type !== 'null')
    .map((member) => ({ member: absolute(member), types: typesOf(member) }));
  const pinned = named.filter(({ types }) => types !== undefined);
  if (pinned.length !== named.length || pinned.length < 2) return undefined;
  const all = pinned.flatMap(({ types }) => types ?? []);
  if (new Set(all).size !== all.length) return undefined;
  const none: Json = {
    type: 'object',
    required: ['type'],
    properties: { type: { enum: all } },
  };
  const chain = pinned.reduceRight<Json>((otherwise, { member, types }) => {
    const condition = { type: 'object', required: ['type'], properties: { type: { enum: types } } };
    // Pairs, because an object literal with a `then` looks like a promise.
    return Object.fromEntries([
      ['if', condition],
      ['then', member],
      ['else', otherwise],
    ]);
  }, none);
  return nullable ? { if: { type: 'null' }, else: chain } : chain;
}
