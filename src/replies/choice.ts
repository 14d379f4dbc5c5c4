import type { Title } from '../catalog/schema.ts';
import type { Translate } from '../i18n/translate.ts';
import { container, type SelectOption, select, separator, text } from './components.ts';
import { plain, subtext } from './markdown.ts';
import type { MessageReply } from './reply.ts';
import { titleOption } from './title/similar.ts';

/** Asks back: several could be meant and none is better than the others, or one that was not named in full. */
export function ambiguous(
  typed: string,
  options: readonly SelectOption[],
  menuId: string,
  t: Translate,
): MessageReply {
  return {
    kind: 'message',
    components: [
      container(
        undefined,
        text(
          `### ${t(options.length === 1 ? 'choice.one' : 'choice.title', { typed: plain(typed) })}`,
        ),
        select(menuId, t('choice.placeholder'), options),
      ),
    ],
  };
}

/** Not in the catalog: says so, offers the nearest real things, and how to add what is missing. */
export function notInCatalog(
  typed: string,
  nearest: readonly SelectOption[],
  menuId: string,
  t: Translate,
): MessageReply {
  return {
    kind: 'message',
    private: true,
    components: [
      container(
        undefined,
        text(`### ${t('choice.none', { typed: plain(typed) })}`),
        ...(nearest.length > 0
          ? [text(t('choice.nearest')), select(menuId, t('choice.placeholder'), nearest)]
          : []),
        separator(),
        text(subtext(t('choice.add'))),
      ),
    ],
  };
}

export const titleOptions = (titles: readonly Title[], t: Translate): SelectOption[] =>
  titles.map((title) => titleOption(title, t));
