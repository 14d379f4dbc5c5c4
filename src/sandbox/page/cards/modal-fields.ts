import type {
  APIModalInteractionResponseCallbackData,
  APISelectMenuComponent,
  APITextInputComponent,
} from 'discord-api-types/v10';

type ModalComponent = APIModalInteractionResponseCallbackData['components'][number];

/** One line of a modal: words, or something to answer. */
export type ModalField =
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'text';
      readonly label: string;
      readonly description: string | undefined;
      readonly input: APITextInputComponent;
    }
  | {
      readonly kind: 'select';
      readonly label: string;
      readonly description: string | undefined;
      readonly select: APISelectMenuComponent;
    }
  | { readonly kind: 'unknown'; readonly type: number };

/** A modal's components in order; both labels and the older action rows. */
export function fieldsOf(components: readonly ModalComponent[]): ModalField[] {
  return components.flatMap(fieldOf);
}

function fieldOf(component: ModalComponent): ModalField[] {
  if (component.type === 10) return [{ kind: 'words', text: component.content }];
  if (component.type === 1) {
    return component.components.map((input) => textField(input, input.label ?? '', undefined));
  }
  if (component.type !== 18) return [unknownField(component)];
  const { label, description, component: inner } = component;
  switch (inner.type) {
    case 4:
      return [textField(inner, label, description)];
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return [{ kind: 'select', label, description, select: inner }];
    default:
      return [unknownField(inner)];
  }
}

function textField(
  input: APITextInputComponent,
  label: string,
  description: string | undefined,
): ModalField {
  return { kind: 'text', label, description, input };
}

function unknownField({ type }: { readonly type: number }): ModalField {
  return { kind: 'unknown', type };
}
