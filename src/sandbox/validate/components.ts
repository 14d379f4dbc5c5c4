import { legacyTopLevel, topLevel } from './layout.ts';
import { COMPONENT, MESSAGE } from './limits.ts';
import { type ErrorTree, merge, place, problem, type Rule } from './problem.ts';
import { codePoints, type Dictionary, inTurn, list } from './rules.ts';
import { walkComponents } from './walk.ts';

/** What holds over the whole tree: custom ids and ids are unique. */
export function uniqueIds(components: unknown): ErrorTree | undefined {
  const customIds = new Set<unknown>();
  const ids = new Set<unknown>();
  let errors: ErrorTree | undefined;
  const add = (path: readonly (string | number)[], field: string, fault: ErrorTree) => {
    errors = merge(errors, place([...path, field], fault));
  };
  for (const { component, path } of walkComponents(components)) {
    const { custom_id: customId, id } = component;
    if (customId !== undefined && customId !== null) {
      if (customIds.has(customId)) {
        const message = 'Component custom id cannot be duplicated';
        add(path, 'custom_id', problem('COMPONENT_CUSTOM_ID_DUPLICATED', message));
      }
      customIds.add(customId);
    }
    if (id !== undefined && id !== null && id !== 0) {
      if (ids.has(id)) {
        add(path, 'id', problem('COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated'));
      }
      ids.add(id);
    }
  }
  return errors;
}

/** Components V2: 40 components at most, 4000 characters of text. */
function totals(components: unknown): ErrorTree | undefined {
  let count = 0;
  let characters = 0;
  for (const { component } of walkComponents(components)) {
    count += 1;
    if (typeof component.content === 'string') characters += codePoints(component.content);
  }
  if (count > COMPONENT.total) {
    return problem(
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `The maximum number of components is ${COMPONENT.total}; this message has ${count}.`,
    );
  }
  if (characters > COMPONENT.totalText) {
    return problem(
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `The total displayable text size exceeds maximum size of ${COMPONENT.totalText}`,
    );
  }
  return undefined;
}

/** The components of a message with the flag IS_COMPONENTS_V2. */
export const componentsV2: Rule = inTurn(list(topLevel, 0, COMPONENT.total), totals, uniqueIds);

/** The components of any other message. */
export const legacyComponents: Rule = inTurn(list(legacyTopLevel, 0, MESSAGE.rows), uniqueIds);

const MEDIA_FIELDS = ['media', 'file'] as const;

/** Every media URL of the components, with its path; for `attachment://` references. */
export function* mediaOf(
  components: unknown,
): Generator<{ media: Dictionary; path: readonly (string | number)[] }> {
  for (const { component, path } of walkComponents(components)) {
    for (const field of MEDIA_FIELDS) {
      const media = component[field];
      if (typeof media === 'object' && media !== null) {
        yield { media: { ...media }, path: [...path, field, 'url'] };
      }
    }
    if (!Array.isArray(component.items)) continue;
    for (let i = 0; i < component.items.length; i += 1) {
      const media: unknown = component.items[i]?.media;
      if (typeof media === 'object' && media !== null) {
        yield { media: { ...media }, path: [...path, 'items', i, 'media', 'url'] };
      }
    }
  }
}
