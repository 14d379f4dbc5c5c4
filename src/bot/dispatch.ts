import type { AutocompleteInteraction, Interaction, RepliableInteraction } from 'discord.js';
import type { Translations } from '../i18n/translate.ts';
import { parseCustomId } from '../replies/custom-id.ts';
import type { Reply } from '../replies/reply.ts';
import { UserError } from '../replies/user-error.ts';
import type { Command, Context, Services } from './command.ts';
import { contextOf } from './context.ts';
import { type Failure, failureOf, type Outcome } from './failure.ts';
import { RecentIds } from './recent.ts';
import type { Registry } from './registry.ts';
import { send } from './send.ts';

/** Interactions remembered to tell a second delivery: a few minutes' worth for a busy bot. */
const REMEMBERED_INTERACTIONS = 10_000;

/** The way of every interaction: to its command, and its reply back to Discord. Never rejects. */
export function createDispatch(
  registry: Registry,
  services: Services,
  translations: Translations,
): (interaction: Interaction) => Promise<void> {
  const recent = new RecentIds(REMEMBERED_INTERACTIONS);
  return async (interaction) => {
    const began = performance.now();
    const log = (outcome: Outcome, more: object = {}) =>
      services.logger[outcome === 'failed' ? 'error' : 'info'](
        {
          command: nameOf(interaction),
          guild: interaction.guildId,
          ms: Math.round((performance.now() - began) * 100) / 100,
          outcome,
          ...more,
        },
        'interaction',
      );
    if (!recent.admit(interaction.id)) return log('duplicate');
    if (interaction.isAutocomplete()) {
      return log(...(await suggest(interaction, registry, services, translations)));
    }
    const failure = await answer(interaction, registry, services, translations).catch(failed);
    log(failure?.failure.outcome ?? 'ok', failure && details(failure));
    if (failure) await explain(interaction, failure, services, translations);
  };
}

interface Failed {
  readonly error: unknown;
  readonly failure: Failure;
}

const failed = (error: unknown): Failed => ({ error, failure: failureOf(error) });

const details = ({ error, failure }: Failed): object =>
  failure.reference === undefined ? {} : { reference: failure.reference, err: error };

async function answer(
  interaction: RepliableInteraction,
  registry: Registry,
  services: Services,
  translations: Translations,
): Promise<undefined> {
  const { command, run } = route(interaction, registry, services);
  if (command.defer !== undefined && interaction.isCommand()) {
    await interaction.deferReply(command.defer === 'private' ? { flags: 'Ephemeral' } : {});
  }
  const context = await contextOf(interaction, services, translations);
  const reply = await run(context);
  await send(interaction, reply, context.private && interaction.isCommand());
}

interface Route {
  readonly command: Command;
  readonly run: (context: Context) => Promise<Reply>;
}

/** @throws UserError for a command, button or form that is not, or no longer, ours */
function route(interaction: RepliableInteraction, registry: Registry, services: Services): Route {
  if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand()) {
    const command = registry.get(interaction.commandName);
    if (!command) throw new UserError('unknown-command');
    return { command, run: (context) => command.execute(interaction, context) };
  }
  const stale = new UserError('stale-component', { command: services.mention('soundtrack') });
  if (!interaction.isMessageComponent() && !interaction.isModalSubmit())
    throw new UserError('unknown-command');
  const parsed = parseCustomId(interaction.customId);
  const command = parsed && registry.get(parsed.command);
  if (!parsed || !command) throw stale;
  if (interaction.isModalSubmit()) {
    const { modal } = command;
    if (!modal) throw stale;
    return { command, run: (context) => modal.call(command, interaction, parsed.args, context) };
  }
  const { component } = command;
  if (!component) throw stale;
  return { command, run: (context) => component.call(command, interaction, parsed.args, context) };
}

/** Autocomplete always answers: with nothing, if need be. */
async function suggest(
  interaction: AutocompleteInteraction,
  registry: Registry,
  services: Services,
  translations: Translations,
): Promise<[Outcome, object?]> {
  try {
    const command = registry.get(interaction.commandName);
    const context = await contextOf(interaction, services, translations);
    await interaction.respond((await command?.autocomplete?.(interaction, context)) ?? []);
    return command?.autocomplete ? ['ok'] : ['unknown'];
  } catch (error) {
    const failure = failureOf(error);
    if (!interaction.responded && failure.reply) {
      await interaction.respond([]).catch(() => undefined);
    }
    return [failure.outcome, details({ error, failure })];
  }
}

/** Tells the member what went wrong; itself guarded, since the telling can fail too. */
async function explain(
  interaction: RepliableInteraction,
  { failure }: Failed,
  services: Services,
  translations: Translations,
): Promise<void> {
  if (!failure.reply) return;
  try {
    await send(interaction, failure.reply(translations.in(interaction.locale)), true);
  } catch (error) {
    services.logger.warn(
      { err: error, reference: failure.reference, guild: interaction.guildId },
      'the error could not be told to the member',
    );
  }
}

/** What was used, without what was typed: "favorites add", "soundtrack.view". */
function nameOf(interaction: Interaction): string {
  if (interaction.isAutocomplete() || interaction.isChatInputCommand()) {
    const subcommand = interaction.options.getSubcommand(false);
    const name = subcommand ? `${interaction.commandName} ${subcommand}` : interaction.commandName;
    return interaction.isAutocomplete() ? `${name} (autocomplete)` : name;
  }
  if (interaction.isCommand()) return interaction.commandName;
  return interaction.customId.split('.').slice(0, 2).join('.').slice(0, 40);
}
