import {
  type APIAttachment,
  type APIEmbed,
  type APIMessageTopLevelComponent,
  ComponentType as Type,
} from 'discord-api-types/v10';
import { asArray, asObject, type Json } from '../validate/json.ts';
import { walkComponents } from '../validate/walk.ts';

/** Discord's state of a picture that it has fetched. */
const LOADED = 2;

/** What Discord fills in where a component leaves it out. */
const DEFAULTS: Readonly<Record<number, Json>> = {
  [Type.Button]: { disabled: false },
  [Type.StringSelect]: { min_values: 1, max_values: 1, disabled: false },
  [Type.UserSelect]: { min_values: 1, max_values: 1, disabled: false },
  [Type.RoleSelect]: { min_values: 1, max_values: 1, disabled: false },
  [Type.MentionableSelect]: { min_values: 1, max_values: 1, disabled: false },
  [Type.ChannelSelect]: { min_values: 1, max_values: 1, disabled: false },
  [Type.Separator]: { divider: true, spacing: 1 },
  [Type.Container]: { accent_color: null, spoiler: false },
};

/**
 * Components as Discord keeps them: each with an id within the message (its own, or the next free
 * number), defaults filled in, and media by address.
 */
export function composeComponents(
  components: unknown,
  attachments: readonly APIAttachment[],
): APIMessageTopLevelComponent[] {
  const taken = new Set<unknown>();
  for (const { component } of walkComponents(components)) taken.add(component.id);
  let last = 0;
  const nextId = () => {
    do last += 1;
    while (taken.has(last));
    return last;
  };
  const compose = (raw: unknown): Json => {
    const component = asObject(raw);
    const own = typeof component.id === 'number' && component.id > 0;
    const composed: Record<string, unknown> = {
      ...DEFAULTS[Number(component.type)],
      ...component,
      id: own ? component.id : nextId(),
    };
    if (Array.isArray(component.components)) {
      composed.components = component.components.map(compose);
    }
    if (component.accessory !== undefined) composed.accessory = compose(component.accessory);
    for (const field of ['media', 'file']) {
      if (component[field] !== undefined) composed[field] = media(component[field], attachments);
    }
    if (Array.isArray(component.items)) {
      composed.items = component.items.map((item) => {
        const { media: shown, ...more } = asObject(item);
        return { spoiler: false, description: null, ...more, media: media(shown, attachments) };
      });
    }
    return composed;
  };
  return asArray(components).map(compose) as unknown as APIMessageTopLevelComponent[];
}

function media(raw: unknown, attachments: readonly APIAttachment[]): Json {
  const { url } = asObject(raw);
  const attachment = referred(url, attachments);
  const address = attachment?.url ?? url;
  return {
    id: attachment?.id ?? '0',
    url: address,
    proxy_url: address,
    width: null,
    height: null,
    placeholder: null,
    placeholder_version: null,
    content_type: attachment?.content_type ?? null,
    loading_state: LOADED,
    flags: 0,
    ...(attachment && { attachment_id: attachment.id }),
  };
}

/** Embeds with `rich` as their type and pictures by address. */
export function composeEmbeds(embeds: unknown, attachments: readonly APIAttachment[]): APIEmbed[] {
  return asArray(embeds).map((raw) => {
    const embed: Record<string, unknown> = { ...asObject(raw), type: 'rich' };
    for (const field of ['image', 'thumbnail']) {
      if (embed[field] !== undefined) {
        const { url } = asObject(embed[field]);
        embed[field] = { url: referred(url, attachments)?.url ?? url };
      }
    }
    return embed as APIEmbed;
  });
}

function referred(url: unknown, attachments: readonly APIAttachment[]): APIAttachment | undefined {
  if (typeof url !== 'string' || !url.startsWith('attachment://')) return undefined;
  const name = url.slice('attachment://'.length);
  return attachments.find(({ filename }) => filename === name);
}
