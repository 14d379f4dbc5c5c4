/** Makes a value when it is first wanted, once: a process is ready sooner than all it may be asked. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
