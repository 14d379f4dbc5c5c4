import type english from '../../data/locales/en-US.json';

/** Messages under `errors` that tell a member what to do. */
export type UserErrorKey = keyof typeof english.errors;

/**
 * An expected failure that the member can mend: shown to them alone, in their language, and not
 * logged as an error. Parameters are shown as written: escaping is done where they are shown.
 */
export class UserError extends Error {
  readonly key: UserErrorKey;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(key: UserErrorKey, params: Readonly<Record<string, string | number>> = {}) {
    super(`user error: ${key}`);
    this.name = 'UserError';
    this.key = key;
    this.params = params;
  }
}
