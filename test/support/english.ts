import { loadTranslations } from '../../src/i18n/load.ts';
import { BASE_LOCALE } from '../../src/i18n/translate.ts';
import type { Face } from '../../src/replies/face.ts';
import { defaultWorld, type WorldSeed } from '../../src/sandbox/world/seed.ts';
import { DEFAULT_SETTINGS } from '../../src/stores/settings.ts';

/** How replies look where nothing is set, in English. */
export const english: Face = {
  t: loadTranslations(new URL('../../data/locales/', import.meta.url)).in(BASE_LOCALE),
  locale: BASE_LOCALE,
  services: DEFAULT_SETTINGS.services,
  region: DEFAULT_SETTINGS.region,
  spoilers: DEFAULT_SETTINGS.spoilers,
};

/** The sandbox's world where everybody's Discord speaks English, so that a test may read the answers. */
export const englishWorld: WorldSeed = {
  ...defaultWorld,
  users: defaultWorld.users.map((user) => ({ ...user, locale: BASE_LOCALE })),
};
