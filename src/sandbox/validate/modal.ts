import { ComponentType as Type } from 'discord-api-types/v10';
import { componentId, customId } from './button.ts';
import { uniqueIds } from './components.ts';
import { textDisplay } from './layout.ts';
import { COMPONENT, MODAL } from './limits.ts';
import { problem, type Rule } from './problem.ts';
import {
  boolean,
  byType,
  inTurn,
  integer,
  isDictionary,
  list,
  oneOf,
  optional,
  shape,
  text,
} from './rules.ts';
import { selects } from './select.ts';

const textInput = inTurn(
  shape({
    id: componentId,
    custom_id: customId,
    style: oneOf([1, 2]),
    label: optional(text(1, MODAL.label)),
    min_length: optional(integer(0, MODAL.textInput)),
    max_length: optional(integer(1, MODAL.textInput)),
    required: optional(boolean),
    value: optional(text(0, MODAL.textInput)),
    placeholder: optional(text(0, MODAL.textPlaceholder)),
  }),
  (value) =>
    isDictionary(value) &&
    Number(value.min_length ?? 0) > Number(value.max_length ?? MODAL.textInput)
      ? { min_length: problem('NUMBER_TYPE_MAX', 'min_length must not exceed max_length.') }
      : undefined,
);

const groupOption = shape({
  label: text(1, COMPONENT.optionText),
  value: text(1, COMPONENT.optionText),
  description: optional(text(0, COMPONENT.optionText)),
  default: optional(boolean),
});

function group(min: number): Rule {
  return shape({
    id: componentId,
    custom_id: customId,
    required: optional(boolean),
    min_values: optional(integer(0, MODAL.groupOptions)),
    max_values: optional(integer(1, MODAL.groupOptions)),
    options: list(groupOption, min, MODAL.groupOptions),
  });
}

const upload = shape({
  id: componentId,
  custom_id: customId,
  min_values: optional(integer(0, MODAL.files)),
  max_values: optional(integer(1, MODAL.files)),
  required: optional(boolean),
});

const label = shape({
  id: componentId,
  label: text(1, MODAL.label),
  description: optional(text(1, MODAL.description)),
  component: byType({
    [Type.TextInput]: textInput,
    ...selects,
    [Type.FileUpload]: upload,
    [Type.RadioGroup]: group(2),
    [Type.CheckboxGroup]: group(1),
    [Type.Checkbox]: shape({
      id: componentId,
      custom_id: customId,
      default: optional(boolean),
    }),
  }),
});

/** The deprecated way: a row with one text input, which then carries its own label. */
const row = shape({
  id: componentId,
  components: inTurn(
    list(byType({ [Type.TextInput]: textInput }), 1, 1),
    list(shape({ label: text(1, MODAL.label) }), 1, 1),
  ),
});

/** The `data` of a modal response. */
export const modal: Rule = shape({
  custom_id: customId,
  title: text(1, MODAL.title),
  components: inTurn(
    list(
      byType({ [Type.ActionRow]: row, [Type.TextDisplay]: textDisplay, [Type.Label]: label }),
      1,
      MODAL.components,
    ),
    uniqueIds,
  ),
});
