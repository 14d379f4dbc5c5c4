/** The codes of all faults in an error body's `errors`, by path; the first one of each place. */
export function faultCodes(tree: unknown, path = ''): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [key, inner] of Object.entries(Object(tree))) {
    if (key === '_errors') found[path] = Object(Object(inner)[0]).code;
    else Object.assign(found, faultCodes(inner, path === '' ? key : `${path}.${key}`));
  }
  return found;
}
