/**
 * An expected failure that the member can mend: shown to them alone, in their language, and not
 * logged as an error. `key` is under `errors` in the locale files and says what was wrong and what
 * to do.
 */
export class UserError extends Error {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(key: string, params: Readonly<Record<string, string | number>> = {}) {
    super(`user error: ${key}`);
    this.name = 'UserError';
    this.key = key;
    this.params = params;
  }
}
