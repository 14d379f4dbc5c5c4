/** Discord's limits on messages, from its documentation of Components V2 and of message components. */
export const LIMITS = {
  /** Components of one message, nested ones counted. */
  components: 40,
  /** Characters of all text displays together. */
  text: 4000,
  buttonLabel: 80,
  rowButtons: 5,
  selectOptions: 25,
  /** Label, value and description of a select's option alike. */
  option: 100,
  placeholder: 150,
  url: 512,
  choices: 25,
  choiceName: 100,
} as const;

/** Cuts at a word where it can, so that the result, its ellipsis included, is at most `max` characters. */
export function clip(value: string, max: number): string {
  if (value.length <= max) return value;
  const cut = value.slice(0, max - 1);
  const space = cut.lastIndexOf(' ');
  const kept = space > max * 0.6 ? cut.slice(0, space) : cut;
  return `${kept.replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`;
}
