import { ComponentType as Type } from 'discord-api-types/v10';
import { button, componentId } from './button.ts';
import { COMPONENT } from './limits.ts';
import { type ErrorTree, merge, problem, type Rule } from './problem.ts';
import {
  boolean,
  byType,
  type Dictionary,
  inTurn,
  integer,
  list,
  oneOf,
  optional,
  shape,
  text,
  url,
} from './rules.ts';
import { selects } from './select.ts';

/** A row holds five buttons, or one select alone. */
function narrow(value: unknown): ErrorTree | undefined {
  if (!Array.isArray(value)) return undefined;
  let width = 0;
  let errors: ErrorTree | undefined;
  value.forEach((component: Dictionary, index) => {
    width += component.type === Type.Button ? 1 : COMPONENT.rowWidth;
    if (width <= COMPONENT.rowWidth) return;
    const wide = problem(
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      'The specified component exceeds the maximum width',
    );
    errors = merge(errors, { [index]: wide });
  });
  return errors;
}

const rowChild = byType({ [Type.Button]: button, ...selects });

const actionRow: Rule = shape({
  id: componentId,
  components: inTurn(list(rowChild, 1, Number.MAX_SAFE_INTEGER), narrow),
});

export const textDisplay: Rule = shape({
  id: componentId,
  content: text(1, COMPONENT.totalText),
});

const media = shape({ url: url(['http', 'https', 'attachment'], COMPONENT.mediaUrl) });
const mediaDescription = optional(text(1, COMPONENT.mediaDescription));

const thumbnail = shape({
  id: componentId,
  media,
  description: mediaDescription,
  spoiler: optional(boolean),
});

const section = shape({
  id: componentId,
  components: list(byType({ [Type.TextDisplay]: textDisplay }), 1, COMPONENT.sectionTexts),
  accessory: byType({ [Type.Button]: button, [Type.Thumbnail]: thumbnail }),
});

const gallery = shape({
  id: componentId,
  items: list(
    shape({ media, description: mediaDescription, spoiler: optional(boolean) }),
    1,
    COMPONENT.galleryItems,
  ),
});

const file = shape({
  id: componentId,
  file: shape({ url: url(['attachment'], COMPONENT.mediaUrl) }),
  spoiler: optional(boolean),
});

const separator = shape({
  id: componentId,
  divider: optional(boolean),
  spacing: optional(oneOf([1, 2])),
});

const inContainer: Readonly<Record<number, Rule>> = {
  [Type.ActionRow]: actionRow,
  [Type.Section]: section,
  [Type.TextDisplay]: textDisplay,
  [Type.MediaGallery]: gallery,
  [Type.File]: file,
  [Type.Separator]: separator,
};

const container = shape({
  id: componentId,
  accent_color: optional(integer(0, COMPONENT.colour)),
  spoiler: optional(boolean),
  components: list(byType(inContainer), 1, COMPONENT.total),
});

/** What may stand at the top of a Components V2 message. */
export const topLevel: Rule = byType({ ...inContainer, [Type.Container]: container });

/** What may stand at the top of any other message. */
export const legacyTopLevel: Rule = byType({ [Type.ActionRow]: actionRow });
