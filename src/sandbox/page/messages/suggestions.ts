import type { PageState } from '../../page-types.ts';
import type { Session } from '../session/session.ts';
import { guildOf } from '../shell/place.ts';

export interface Suggestion {
  /** As one would type it. */
  readonly line: string;
  readonly about: string;
  readonly run: (session: Session) => void;
}

interface Example {
  readonly command: string;
  readonly rest: string;
  readonly about: string;
}

const EXAMPLES: readonly Example[] = [
  { command: 'soundtrack', rest: 'Drive', about: 'A film’s music on one card' },
  { command: 'recommend', rest: 'mood:', about: 'Three tracks for a mood' },
  { command: 'help', rest: '', about: 'Everything it can do' },
];

/** What a newcomer can try here, of what the bot offers: the first runs, others may be filled in. */
export function suggestionsFor(state: PageState): Suggestion[] {
  const names = new Set(state.commands.map(({ name }) => name));
  const suggestions = EXAMPLES.filter(({ command }) => names.has(command)).map(toSuggestion);
  if (guildOf(state) === undefined || !names.has('ask')) return suggestions;
  const question = `@${state.bot.displayName} who scored Drive?`;
  const ask = {
    line: question,
    about: 'Or ask in plain words',
    run: (session: Session) => void session.say(question),
  };
  return [...suggestions, ask];
}

function toSuggestion({ command, rest, about }: Example): Suggestion {
  const line = rest === '' ? `/${command}` : `/${command} ${rest}`;
  const run = rest.endsWith(':')
    ? (session: Session) => session.want({ name: command, rest })
    : (session: Session) => void session.run(command, { line });
  return { line, about, run };
}
