import type { APIMessage } from 'discord-api-types/v10';
import { asArray, asObject, type Json } from '../validate/json.ts';
import { walkComponents } from '../validate/walk.ts';
import type { Place, World } from './world.ts';

const USER = /<@!?(\d+)>/g;
const ROLE = /<@&(\d+)>/g;

/** What of a body can mention: its content and its text displays. */
function textOf(body: Json): string {
  const texts = typeof body.content === 'string' ? [body.content] : [];
  for (const { component } of walkComponents(body.components)) {
    if (typeof component.content === 'string') texts.push(component.content);
  }
  return texts.join('\n');
}

/** Whom a message notifies, as its `allowed_mentions` let it. */
export function mentionsOf(
  world: World,
  { guild }: Place,
  body: Json,
): Pick<APIMessage, 'mentions' | 'mention_roles' | 'mention_everyone'> {
  const text = textOf(body);
  if (!text.includes('@')) return { mentions: [], mention_roles: [], mention_everyone: false };
  const allowed = body.allowed_mentions === undefined ? undefined : asObject(body.allowed_mentions);
  const parses = (kind: string) => !allowed || asArray(allowed.parse).includes(kind);
  const may = (kind: string, id: string) =>
    parses(kind) || (allowed !== undefined && asArray(allowed[kind]).includes(id));
  const found = (pattern: RegExp, kind: string) =>
    [...new Set(Array.from(text.matchAll(pattern), ([, id = '']) => id))].filter((id) =>
      may(kind, id),
    );
  return {
    mentions: found(USER, 'users').flatMap((id) => world.user(id) ?? []),
    mention_roles: found(ROLE, 'roles').filter((id) => guild?.roles.some((role) => role.id === id)),
    mention_everyone: guild !== undefined && parses('everyone') && /@(everyone|here)\b/.test(text),
  };
}
