import { z } from 'zod';
import type { RecordKind } from './records.ts';
import { type GuildSettings, settingsSchema } from './settings.ts';

/** What is stored of a scope's settings: only what was set, so that a default may change. */
export interface SettingsRecord {
  /** Keys that this version doesn't know are kept as they are. */
  readonly settings: Readonly<Record<string, unknown>>;
}

const record = z.looseObject({ settings: z.record(z.string(), z.unknown()) });

export const settingsKind: RecordKind<SettingsRecord> = {
  name: 'settings',
  decode(body) {
    const whole = record.safeParse(body);
    if (!whole.success) return { reason: 'settings' };
    const bad = badKeys(whole.data.settings);
    if (bad.length === 0) return { value: whole.data };
    return { reason: bad.map((key) => `settings.${key}`).join(', ') };
  },
};

/** The settings that a record stands for, its gaps filled with the defaults. */
export function withDefaults(stored: SettingsRecord['settings']): GuildSettings {
  const known = Object.entries(stored).filter(([key]) => Object.hasOwn(settingsSchema.shape, key));
  return settingsSchema.parse(Object.fromEntries(known));
}

function badKeys(stored: SettingsRecord['settings']): string[] {
  const shape: Readonly<Record<string, z.ZodType>> = settingsSchema.shape;
  return Object.keys(stored).filter(
    (key) => Object.hasOwn(shape, key) && shape[key]?.safeParse(stored[key]).success === false,
  );
}
