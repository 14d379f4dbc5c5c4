import type { APISelectMenuComponent } from 'discord-api-types/v10';
import type { PageState } from '../../page-types.ts';
import { guildOf } from '../shell/place.ts';
import { avatar } from '../ui/avatar.ts';
import type { Choosable } from '../ui/choose.ts';
import { icon } from '../ui/icon.ts';
import { emojiOf } from './emoji.ts';

/** What a select menu offers: its own options, or the people, roles and channels that are here. */
export function optionsOf(select: APISelectMenuComponent, state: PageState): Choosable[] {
  switch (select.type) {
    case 3:
      return select.options.map(({ value, label, description, emoji }) => ({
        value,
        label,
        description,
        picture: emojiOf(emoji),
      }));
    case 5:
      return people(state);
    case 6:
      return roles(state);
    case 7:
      return [...people(state), ...roles(state)];
    default:
      return channels(state);
  }
}

/** What is chosen before one chooses. */
export function defaultsOf(select: APISelectMenuComponent): string[] {
  if (select.type === 3) {
    return select.options.filter((option) => option.default === true).map(({ value }) => value);
  }
  return select.default_values?.map(({ id }) => id) ?? [];
}

export function people(state: PageState): Choosable[] {
  return state.users.map((user) => ({
    value: user.id,
    label: user.displayName,
    description: user.username,
    picture: avatar(user, 24),
  }));
}

export function roles(state: PageState): Choosable[] {
  const list = guildOf(state)?.roles ?? [];
  return list.map(({ id, name }) => ({ value: id, label: `@${name}`, picture: icon('members') }));
}

export function channels(state: PageState): Choosable[] {
  const list = guildOf(state)?.channels ?? [];
  return list.map(({ id, name }) => ({ value: id, label: name, picture: icon('hash') }));
}
