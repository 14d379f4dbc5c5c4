import type {
  APIApplicationCommand,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';

/** How one command differs between here and Discord. */
export interface CommandChange {
  readonly name: string;
  readonly kind: 'added' | 'changed' | 'removed' | 'same';
  /** Paths that differ, each with its values, such as `options.0.description: "a" → "b"`. */
  readonly details: readonly string[];
}

/** Fields that Discord adds and that nobody deploys. */
const DISCORD_ONLY = new Set([
  'id',
  'application_id',
  'version',
  'guild_id',
  'dm_permission',
  'nsfw',
  'handler',
]);

/** What deploying would change, by command. */
export function diffCommands(
  local: readonly RESTPostAPIApplicationCommandsJSONBody[],
  remote: readonly APIApplicationCommand[],
): CommandChange[] {
  const key = ({ name, type }: { readonly name: string; readonly type?: number | undefined }) =>
    `${type ?? 1} ${name}`;
  const there = new Map(remote.map((command) => [key(command), command]));
  const changes = local.map((command): CommandChange => {
    const known = there.get(key(command));
    there.delete(key(command));
    if (!known) return { name: command.name, kind: 'added', details: [] };
    const details = differences(flatten(command), flatten(known));
    return { name: command.name, kind: details.length > 0 ? 'changed' : 'same', details };
  });
  const removed = [...there.values()].map(
    ({ name }): CommandChange => ({ name, kind: 'removed', details: [] }),
  );
  return [...changes, ...removed].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A command as paths and values, without what Discord fills in by itself. */
function flatten(command: object): Map<string, string> {
  const flat = new Map<string, string>();
  const walk = (value: unknown, path: string) => {
    if (value === null || value === undefined || value === false || value === '') return;
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) walk(item, `${path}.${index}`);
    } else if (typeof value === 'object') {
      for (const [name, child] of Object.entries(value)) {
        if (path === '' && DISCORD_ONLY.has(name)) continue;
        walk(child, path === '' ? name : `${path}.${name}`);
      }
    } else flat.set(path, JSON.stringify(value));
  };
  walk({ type: 1, ...command }, '');
  return flat;
}

function differences(
  local: ReadonlyMap<string, string>,
  remote: ReadonlyMap<string, string>,
): string[] {
  const paths = [...new Set([...local.keys(), ...remote.keys()])].sort();
  return paths
    .filter((path) => local.get(path) !== remote.get(path))
    .map((path) => `${path}: ${remote.get(path) ?? '(none)'} → ${local.get(path) ?? '(none)'}`);
}
