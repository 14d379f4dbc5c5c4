import { ModalBuilder, TextInputStyle } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { compare, hasOpenApi, validateAgainstOpenApi } from '../../scripts/check-openapi.ts';
import { mutations } from '../../scripts/openapi/mutations.ts';
import { findSpec, OpenApi } from '../../scripts/openapi/spec.ts';
import { CHANNELS, GUILDS, USERS } from '../../src/sandbox/world/seed.ts';
import { request } from '../support/raw-discord.ts';
import { botOfTest } from '../support/sandbox-with-bot.ts';

it('mutations change one place each, and never the valid body', () => {
  const valid = { name: 'x', list: [{ count: 1 }] };
  const all = [...mutations(valid)];
  expect(valid).toEqual({ name: 'x', list: [{ count: 1 }] });
  expect(all[0]).toEqual({ change: 'as it is', body: valid });
  const bodies = all.map(({ body }) => body);
  expect(bodies).toContainEqual({ list: [{ count: 1 }] });
  expect(bodies).toContainEqual({ name: 'x'.repeat(33), list: [{ count: 1 }] });
  expect(bodies).toContainEqual({ name: 'x', list: [{ count: -1 }] });
  expect(bodies).toContainEqual({ name: 'x', list: [{ count: 1 }, { count: 1 }] });
});

// The description is not part of this repository: CI checks with it, a bare clone without.
describe.skipIf(!hasOpenApi())('Discord’s own description', () => {
  it('judges bodies as the sandbox does', () => {
    const { checked, disagreements } = compare(new OpenApi(findSpec() ?? ''));
    expect(disagreements).toEqual([]);
    expect(checked).toBeGreaterThan(5000);
  });

  it('names what is wrong with a body, and nothing else', () => {
    const button = { type: 2, style: 1, label: 'x'.repeat(81), custom_id: 'b' };
    const body = { flags: 1 << 15, components: [{ type: 1, components: [button] }] };
    const problems = validateAgainstOpenApi('IncomingWebhookInteractionRequest', body);
    expect(problems[0]).toContain(
      '/components/0/components/0/label must NOT have more than 80 characters',
    );
    button.label = 'x';
    expect(validateAgainstOpenApi('IncomingWebhookInteractionRequest', body)).toEqual([]);
    expect(() => validateAgainstOpenApi('Nothing', {})).toThrow('Discord has no schema "Nothing".');
  });

  it('takes permissions as text and attachments’ ids as numbers', () => {
    const command = { name: 'x', description: 'x', default_member_permissions: '32' };
    expect(validateAgainstOpenApi('ApplicationCommandCreateRequest', command)).toEqual([]);
    const message = { attachments: [{ id: 0, filename: 'a.png' }] };
    expect(validateAgainstOpenApi('MessageCreateRequest', message)).toEqual([]);
  });

  it('fits what the sandbox answers', async () => {
    const { sandbox } = await botOfTest(
      {
        async interaction(interaction) {
          if (!interaction.isChatInputCommand()) return;
          await interaction.reply({
            flags: 1 << 15,
            components: [
              {
                type: 17,
                components: [
                  {
                    type: 9,
                    components: [{ type: 10, content: 'x' }],
                    accessory: { type: 2, style: 1, label: 'x', custom_id: 'b' },
                  },
                  { type: 12, items: [{ media: { url: 'attachment://a.png' } }] },
                ],
              },
            ],
            files: [{ name: 'a.png', attachment: Buffer.from('x') }],
          });
        },
      },
      { requestsPerSecond: 1000 },
    );
    const get = async (path: string) => (await request(sandbox, 'GET', path)).body;
    const { message } = await sandbox.actor(USERS.juno, CHANNELS.lobby).runLine('/echo x');
    const answers: [schema: string, body: unknown][] = [
      ['MessageResponse', message],
      [
        'ApplicationCommandResponse',
        Object((await get(`/applications/${sandbox.applicationId}/commands`))[0]),
      ],
      ['GuildChannelResponse', await get(`/channels/${CHANNELS.lobby}`)],
      ['PrivateChannelResponse', await get(`/channels/${sandbox.actor(USERS.juno).channelId}`)],
      ['GuildResponse', await get(`/guilds/${GUILDS.neonNights}`)],
      ['UserResponse', await get(`/users/${USERS.juno}`)],
      ['GuildMemberResponse', await get(`/guilds/${GUILDS.neonNights}/members/${USERS.mara}`)],
      ['GatewayBotResponse', await get('/gateway/bot')],
      ['GuildRoleResponse', Object((await get(`/guilds/${GUILDS.neonNights}/roles`))[1])],
    ];
    for (const [schema, body] of answers) {
      expect({ schema, problems: validateAgainstOpenApi(schema, body) }).toEqual({
        schema,
        problems: [],
      });
    }
  });

  it('finds modals as good as the builders do', () => {
    const input = { type: 4, custom_id: 'words', style: TextInputStyle.Short };
    const modal = new ModalBuilder({
      custom_id: 'form',
      title: 'Form',
      components: [{ type: 18, label: 'Words', component: input }],
    }).toJSON();
    expect(validateAgainstOpenApi('ModalInteractionCallbackRequestData', modal)).toEqual([]);
  });
});
