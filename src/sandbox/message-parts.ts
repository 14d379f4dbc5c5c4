import type { Json } from './validate/json.ts';
import { walkComponents } from './validate/walk.ts';

/** Every component of a message or a modal, nested ones and accessories included, in order. */
export function* componentsOf(holder: { readonly components?: unknown }): Generator<Json> {
  for (const { component } of walkComponents(holder.components)) yield component;
}
