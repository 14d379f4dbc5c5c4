/** A refusal of the sandbox's that the description doesn't know, and where it is from. */
export interface Difference {
  /** Matches `CODE path`. */
  readonly pattern: RegExp;
  readonly why: string;
}

/**
 * Where the documentation says more than the description. The description has types, lengths and
 * counts of single fields; what ties fields together is in the documentation alone.
 */
export const DOCUMENTED_ONLY: readonly Difference[] = [
  { pattern: /^APPLICATION_COMMAND_INVALID_NAME /, why: 'names have a pattern and are lower case' },
  { pattern: /^APPLICATION_COMMAND_TOO_LARGE /, why: '8000 characters a command' },
  { pattern: /^APPLICATION_COMMAND_OPTIONS_/, why: 'order, uniqueness and mixing of options' },
  { pattern: /^APPLICATION_COMMAND_AUTOCOMPLETE_/, why: 'no choices beside autocomplete' },
  { pattern: /^APPLICATION_COMMAND_CONTEXT_MENU_/, why: 'menus have no description and options' },
  { pattern: /^BASE_TYPE_(REQUIRED|BAD_LENGTH) description$/, why: 'chat commands are described' },
  { pattern: /^NUMBER_TYPE_MAX .*min_(value|length)$/, why: 'a lower bound is below the upper' },
  { pattern: /^BASE_TYPE_BAD_LENGTH .*choices\.\d+\.value$/, why: 'values of 1 to 100 characters' },
  { pattern: /^MESSAGE_CANNOT_USE_LEGACY_FIELDS/, why: 'no content or embeds beside V2' },
  { pattern: /^UNION_TYPE_CHOICES components\.\d+\.type$/, why: 'V2 components need their flag' },
  { pattern: /^BASE_TYPE_MAX_LENGTH components$/, why: 'five rows without V2' },
  { pattern: /^BASE_TYPE_BAD_LENGTH components$/, why: 'five components a modal' },
  { pattern: /^COMPONENT_(MAX_TOTAL|DISPLAYABLE_TEXT)_/, why: '40 components, 4000 characters' },
  { pattern: /^COMPONENT_LAYOUT_WIDTH_EXCEEDED /, why: 'five buttons or one select a row' },
  { pattern: /^COMPONENT_(CUSTOM_ID|ID)_DUPLICATED /, why: 'ids are unique' },
  { pattern: /^BUTTON_COMPONENT_/, why: 'what each style of button needs' },
  { pattern: /^BASE_TYPE_REQUIRED .*sku_id$/, why: 'a premium button has its SKU' },
  { pattern: /^NUMBER_TYPE_MAX .*(min|max)_values$/, why: 'no more values than options' },
  { pattern: /^SELECT_COMPONENT_/, why: 'values are unique' },
  { pattern: /^UNFURLED_MEDIA_ITEM_/, why: 'referenced files are sent along' },
  { pattern: /^URL_TYPE_INVALID_SCHEME /, why: 'each URL has its schemes' },
  { pattern: /^BASE_TYPE_BAD_LENGTH embeds\.\d+\.fields/, why: 'fields are not empty' },
  { pattern: /^BASE_TYPE_REQUIRED embeds\.\d+\.(footer\.text|author\.name)$/, why: 'required' },
  { pattern: /^MAX_EMBED_SIZE_EXCEEDED /, why: '6000 characters of embeds' },
  { pattern: /^BASE_TYPE_MAX_LENGTH content$/, why: '2000 characters of content' },
  { pattern: /^NUMBER_TYPE_MIN flags$/, why: 'flags are bits' },
  { pattern: /^MESSAGE_ALLOWED_MENTIONS_/, why: 'mentions are parsed or listed' },
  { pattern: /^50006 /, why: 'messages are not empty' },
];
