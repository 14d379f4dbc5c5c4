import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIMessageComponentEmoji,
  type APISectionComponent,
  type APISelectMenuOption,
  type APISeparatorComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord-api-types/v10';
import { clip, LIMITS } from './limits.ts';

/** Short makers of Discord's raw Components V2: no builder, since each reply is made anew. */

export const text = (content: string): APITextDisplayComponent => ({
  type: ComponentType.TextDisplay,
  content,
});

export const separator = (large = false): APISeparatorComponent => ({
  type: ComponentType.Separator,
  divider: true,
  spacing: large ? SeparatorSpacingSize.Large : SeparatorSpacingSize.Small,
});

interface ButtonOptions {
  readonly style?:
    | ButtonStyle.Primary
    | ButtonStyle.Secondary
    | ButtonStyle.Success
    | ButtonStyle.Danger;
  readonly emoji?: string;
  readonly disabled?: boolean;
}

export function button(
  label: string,
  customId: string,
  options: ButtonOptions = {},
): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: options.style ?? ButtonStyle.Secondary,
    custom_id: customId,
    label: clip(label, LIMITS.buttonLabel),
    ...(options.emoji && { emoji: emoji(options.emoji) }),
    ...(options.disabled && { disabled: true }),
  };
}

export function linkButton(label: string, url: string): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Link,
    label: clip(label, LIMITS.buttonLabel),
    url,
  };
}

const emoji = (name: string): APIMessageComponentEmoji => ({ name });

export function row(
  ...components: readonly APIComponentInMessageActionRow[]
): APIActionRowComponent<APIComponentInMessageActionRow> {
  return { type: ComponentType.ActionRow, components: [...components] };
}

/** As many rows as the buttons need. */
export function rows(
  buttons: readonly APIButtonComponent[],
): APIActionRowComponent<APIComponentInMessageActionRow>[] {
  const made = [];
  for (let start = 0; start < buttons.length; start += LIMITS.rowButtons) {
    made.push(row(...buttons.slice(start, start + LIMITS.rowButtons)));
  }
  return made;
}

export interface SelectOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly selected?: boolean;
}

/** A select menu of the first 25 options in a row of its own. */
export function select(
  customId: string,
  placeholder: string,
  options: readonly SelectOption[],
  range?: { readonly min: number; readonly max: number },
): APIActionRowComponent<APIComponentInMessageActionRow> {
  return row({
    type: ComponentType.StringSelect,
    custom_id: customId,
    placeholder: clip(placeholder, LIMITS.placeholder),
    options: options.slice(0, LIMITS.selectOptions).map(toOption),
    ...(range && { min_values: range.min, max_values: range.max }),
  });
}

function toOption({ label, value, description, selected }: SelectOption): APISelectMenuOption {
  return {
    label: clip(label, LIMITS.option),
    value,
    ...(description && { description: clip(description, LIMITS.option) }),
    ...(selected && { default: true }),
  };
}

/** Text with one button beside it. */
export function section(content: string, accessory: APIButtonComponent): APISectionComponent {
  return { type: ComponentType.Section, components: [text(content)], accessory };
}

/** @param accent - `#RRGGBB`, the colour of the container's edge */
export function container(
  accent: string | undefined,
  ...components: readonly APIComponentInContainer[]
): APIContainerComponent {
  return {
    type: ComponentType.Container,
    ...(accent && { accent_color: Number.parseInt(accent.slice(1), 16) }),
    components: [...components],
  };
}
