import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
} from 'discord-api-types/v10';
import type { PageRequests } from '../../page-types.ts';

/** A slash command as one uses it: with its subcommand, if it has any. */
export interface CommandPath {
  /** `favorites add` */
  readonly name: string;
  readonly description: string;
  readonly options: readonly APIApplicationCommandBasicOption[];
  /** What names it in a request. */
  readonly where: Pick<PageRequests['autocomplete'], 'command' | 'group' | 'subcommand'>;
}

const CHAT_INPUT = 1;
const SUBCOMMAND = 1;
const GROUP = 2;

/** Every slash command and subcommand, in the order given. */
export function commandPaths(commands: readonly APIApplicationCommand[]): CommandPath[] {
  return commands.filter(({ type }) => type === CHAT_INPUT).flatMap(pathsOf);
}

function pathsOf(command: APIApplicationCommand): CommandPath[] {
  const paths: CommandPath[] = [];
  const basic: APIApplicationCommandBasicOption[] = [];
  const add = (
    option: Pick<CommandPath, 'description'> & { readonly name: string },
    options: readonly APIApplicationCommandBasicOption[],
    group?: string,
  ) => {
    paths.push({
      name: [command.name, group, option.name].filter(Boolean).join(' '),
      description: option.description,
      options,
      where: {
        command: command.name,
        ...(group === undefined ? {} : { group }),
        subcommand: option.name,
      },
    });
  };
  for (const option of command.options ?? []) {
    if (option.type === SUBCOMMAND) add(option, option.options ?? []);
    else if (option.type === GROUP) {
      for (const inner of option.options ?? []) add(inner, inner.options ?? [], option.name);
    } else basic.push(option);
  }
  if (paths.length > 0) return paths;
  const description = command.description_localized ?? command.description;
  return [{ name: command.name, description, options: basic, where: { command: command.name } }];
}

/** Those whose name has what was typed after "/": beginnings first, then beginnings of words. */
export function matchingPaths(paths: readonly CommandPath[], typed: string): CommandPath[] {
  const query = typed.toLowerCase().replace(/\s+/g, ' ');
  const rank = ({ name }: CommandPath) => {
    if (name.startsWith(query)) return 0;
    if (name.includes(` ${query}`)) return 1;
    return name.includes(query.trim()) ? 2 : 3;
  };
  return paths
    .map((path) => ({ path, rank: rank(path) }))
    .filter((match) => match.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ path }) => path);
}

/** The command that a typed line begins with, and what follows its name and a space. */
export function readCommand(
  paths: readonly CommandPath[],
  line: string,
): { readonly path: CommandPath; readonly rest: string } | undefined {
  const lower = line.toLowerCase();
  const path = paths
    .filter(({ name }) => lower.startsWith(`/${name} `))
    .sort((a, b) => b.name.length - a.name.length)[0];
  return path && { path, rest: line.slice(path.name.length + 2) };
}
