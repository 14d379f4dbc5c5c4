import type { APIButtonComponent } from 'discord-api-types/v10';
import type { Title } from '../../catalog/schema.ts';
import { button, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import type { Face } from '../face.ts';
import { titleLabel } from '../format.ts';
import { link, plain, subtext } from '../markdown.ts';

/** What `/soundtrack` can show of a title; the first is what it shows unasked. */
export const TITLE_VIEWS = [
  'overview',
  'tracks',
  'scenes',
  'score',
  'editions',
  'similar',
] as const;
export type TitleView = (typeof TITLE_VIEWS)[number];

export const isTitleView = (value: string | undefined): value is TitleView =>
  TITLE_VIEWS.some((view) => view === value);

/** The custom id that shows a view of a title; `via` tells apart two that lead to one page. */
export const viewId = (title: Title, view: TitleView, page = 0, via = 'view'): string =>
  customId('soundtrack', 'view', title.id, view, page, via);

const AROUND: Readonly<Record<TitleView, readonly TitleView[]>> = {
  overview: ['tracks', 'scenes', 'similar'],
  tracks: ['overview', 'scenes', 'score', 'editions'],
  scenes: ['overview', 'tracks', 'similar'],
  score: ['overview', 'tracks', 'editions'],
  editions: ['overview', 'tracks', 'score'],
  similar: ['overview', 'tracks', 'scenes'],
};

/** The buttons under a view: to the other views, to listen and, where there is room, to watch. */
export function viewButtons(title: Title, view: TitleView, { t }: Face): APIButtonComponent[] {
  const around = AROUND[view].map((other) => button(t(`button.${other}`), viewId(title, other)));
  const listen = button(t('button.listen'), customId('soundtrack', 'listen', title.id), {
    emoji: '🎧',
  });
  const watch = button(t('button.watch'), customId('soundtrack', 'watch', title.id));
  return [...around, listen, watch].slice(0, 5);
}

/** `# Drive (2011) · Tracks`. */
export const heading = (title: Title, part?: string) =>
  text(`# ${plain(titleLabel(title))}${part ? ` · ${part}` : ''}`);

/** How many sources the last line names before it only counts them. */
const NAMED_SOURCES = 3;

/** A small last line that names the title's sources, with links. */
export function sourceLine(title: Title, { t }: Face, lead = ''): ReturnType<typeof text> {
  const named = title.sources
    .slice(0, NAMED_SOURCES)
    .map((source) => link(source.title, source.url));
  const rest = title.sources.length - named.length;
  const all = [...named, ...(rest > 0 ? [t('card.moreSources', { count: rest })] : [])].join(' · ');
  const line = t('card.sources', { sources: all });
  return text(subtext(lead ? `${lead}\n${line}` : line));
}
