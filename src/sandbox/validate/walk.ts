import { type Dictionary, isDictionary } from './rules.ts';

/** A component and where it stands below `components`. */
export interface Placed {
  readonly component: Dictionary;
  readonly path: readonly (string | number)[];
}

/** Every component of a list, nested ones and accessories included, in the order of reading. */
export function* walkComponents(
  components: unknown,
  path: readonly (string | number)[] = [],
): Generator<Placed> {
  if (!Array.isArray(components)) return;
  for (let i = 0; i < components.length; i += 1) {
    const component: unknown = components[i];
    if (isDictionary(component)) yield* walkOne(component, [...path, i]);
  }
}

function* walkOne(component: Dictionary, path: readonly (string | number)[]): Generator<Placed> {
  yield { component, path };
  yield* walkComponents(component.components, [...path, 'components']);
  for (const field of ['accessory', 'component']) {
    const inner = component[field];
    if (isDictionary(inner)) yield* walkOne(inner, [...path, field]);
  }
}
