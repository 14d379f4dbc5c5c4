import { SlashCommandBuilder } from 'discord.js';
import type { Command } from '../src/bot/command.ts';
import { container, text } from '../src/replies/components.ts';
import { totalLength } from '../src/replies/format.ts';
import { subtext } from '../src/replies/markdown.ts';
import { EVERYWHERE, INSTALLS } from './_options.ts';

const data = new SlashCommandBuilder()
  .setName('about')
  .setDescription("My version, my catalog's date and size, my latency")
  .setContexts(...EVERYWHERE)
  .setIntegrationTypes(...INSTALLS)
  .toJSON();

export default {
  data,

  async execute(_interaction, { catalog, clock, ping, startedAt, t, version }) {
    const { counts, date } = catalog;
    const latency = ping();
    const awake = {
      uptime: totalLength((clock().getTime() - startedAt.getTime()) / 1000, t),
      node: process.versions.node,
    };
    return {
      kind: 'message',
      components: [
        container(
          undefined,
          text(`# ${t('about.heading', { version })}`),
          text(
            t('about.catalog', {
              date,
              titles: counts.titles,
              albums: counts.albums,
              complete: counts.completeAlbums,
              tracks: counts.tracks,
              artists: counts.artists,
              cues: counts.cues,
              sources: counts.sources,
            }),
          ),
          text(
            latency < 0
              ? t('about.latencyUnknown', awake)
              : t('about.latency', { ping: latency, ...awake }),
          ),
          text(subtext(`${t('about.sources')}\n${t('about.licence')}`)),
        ),
      ],
    };
  },
} satisfies Command;
