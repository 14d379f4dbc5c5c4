import { openStores } from '../../src/stores/open-stores.ts';

// A bot that does nothing but save: it says each track's number once it is acknowledged.
const [, , databaseUrl = '', scope = '', userId = ''] = process.argv;
const { favourites } = await openStores({ databaseUrl });
for (let i = 0; ; i += 1) {
  const ref = `a/${i}`;
  const outcome = await favourites.add(scope, { ref, label: ref, userId, limit: 100_000 });
  if (outcome.kind !== 'added') throw new Error(outcome.kind);
  process.stdout.write(`${i}\n`);
}
