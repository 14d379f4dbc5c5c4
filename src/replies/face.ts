import type { Translate } from '../i18n/translate.ts';
import type { GuildSettings } from '../stores/settings.ts';

/** How a reply is to look and speak where it will be read. */
export interface Face {
  readonly t: Translate;
  /** Discord locale that `t` speaks, for lists and dates. */
  readonly locale: string;
  readonly services: GuildSettings['services'];
  readonly region: string;
  readonly spoilers: GuildSettings['spoilers'];
}
