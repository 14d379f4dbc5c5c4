import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/sandbox/clock.ts';
import { createSnowflakes } from '../../src/sandbox/snowflake.ts';
import { describeProblems, merge, place, problem } from '../../src/sandbox/validate/problem.ts';
import { codePoints } from '../../src/sandbox/validate/rules.ts';
import { permissionsOf } from '../../src/sandbox/world/permissions.ts';
import type { ChannelSeed, GuildSeed } from '../../src/sandbox/world/seed.ts';

describe('snowflakes', () => {
  it('hold the time and only ever grow', () => {
    const clock = new ManualClock(1_700_000_000_000);
    const next = createSnowflakes(clock);
    const ids = Array.from({ length: 10_000 }, () => BigInt(next()));
    expect(Number((ids[0] ?? 0n) >> 22n) + 1_420_070_400_000).toBe(1_700_000_000_000);
    for (let i = 1; i < ids.length; i += 1) expect(ids[i]).toBeGreaterThan(ids[i - 1] ?? 0n);
    clock.advance(60_000);
    expect(Number(BigInt(next()) >> 22n) + 1_420_070_400_000).toBe(1_700_000_060_000);
  });
});

describe('a manual clock', () => {
  it('runs what falls due, in order, unless it was cancelled', () => {
    const clock = new ManualClock(0);
    const ran: string[] = [];
    clock.after(20, () => ran.push(`b at ${clock.now()}`));
    clock.after(10, () => {
      ran.push(`a at ${clock.now()}`);
      clock.after(5, () => ran.push(`nested at ${clock.now()}`));
    });
    const cancel = clock.after(15, () => ran.push('cancelled'));
    cancel();
    clock.advance(19);
    expect(ran).toEqual(['a at 10', 'nested at 15']);
    clock.advance(1);
    expect(ran).toEqual(['a at 10', 'nested at 15', 'b at 20']);
    expect(clock.now()).toBe(20);
  });
});

describe('permissions', () => {
  const guild = (more: Partial<GuildSeed> = {}): GuildSeed => ({
    id: 'g',
    name: 'g',
    ownerId: 'owner',
    locale: 'en-US',
    everyone: P.ViewChannel | P.SendMessages | P.EmbedLinks,
    roles: [],
    members: [],
    botPermissions: 0n,
    channels: [],
    ...more,
  });
  const channel = (...overwrites: NonNullable<ChannelSeed['overwrites']>): ChannelSeed => ({
    id: 'c',
    name: 'c',
    overwrites,
  });
  const has = (bits: bigint, permission: bigint) => (bits & permission) === permission;

  it('owners and administrators may everything, whatever a channel denies', () => {
    const closed = channel({ id: 'g', kind: 'role', deny: P.ViewChannel });
    expect(has(permissionsOf(guild(), 'owner', [], 0n, closed), P.ManageGuild)).toBe(true);
    const admin = permissionsOf(guild(), 'm', ['r'], P.Administrator, closed);
    expect(has(admin, P.BanMembers)).toBe(true);
  });

  it('roles outweigh everyone, the member outweighs roles, allowing outweighs denying', () => {
    const overwrites = channel(
      { id: 'm', kind: 'member', deny: P.AttachFiles },
      { id: 'r1', kind: 'role', allow: P.SendMessages | P.AttachFiles },
      { id: 'r2', kind: 'role', deny: P.SendMessages },
      { id: 'g', kind: 'role', deny: P.SendMessages },
    );
    const bits = permissionsOf(guild(), 'm', ['r1', 'r2'], 0n, overwrites);
    expect(has(bits, P.SendMessages)).toBe(true);
    expect(has(bits, P.AttachFiles)).toBe(false);
    expect(has(permissionsOf(guild(), 'n', [], 0n, overwrites), P.SendMessages)).toBe(false);
  });

  it('nothing is left where one sees nothing, nor of writing where one may not write', () => {
    const unseen = channel({ id: 'g', kind: 'role', deny: P.ViewChannel });
    expect(permissionsOf(guild(), 'm', [], 0n, unseen)).toBe(0n);
    const silent = channel({ id: 'g', kind: 'role', deny: P.SendMessages });
    expect(permissionsOf(guild(), 'm', [], 0n, silent)).toBe(P.ViewChannel);
  });
});

describe('error trees', () => {
  it('merge, are placed, and read as lines', () => {
    const a = place(['components', 0, 'label'], problem('A', 'too long'));
    const b = place(['components', 0], problem('B', 'too wide'));
    const both = merge(a, b);
    expect(both).toEqual({
      components: {
        0: {
          label: { _errors: [{ code: 'A', message: 'too long' }] },
          _errors: [{ code: 'B', message: 'too wide' }],
        },
      },
    });
    expect(merge(undefined, a)).toBe(a);
    expect(describeProblems(both ?? {})).toEqual([
      'components.0.label: too long',
      'components.0: too wide',
    ]);
  });
});

/** Halves of surrogate pairs, alone. */
const HALVES = fc.constantFrom('\ud83c', '\udfac', 'a');

it('lengths are code points', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.oneof(fc.string({ unit: 'binary' }), HALVES) }), (text) => {
      expect(codePoints(text)).toBe([...text].length);
    }),
  );
});
