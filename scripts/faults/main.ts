// npm run faults -- [--seed N] [--rounds N] [--database embedded|postgresql]: kill -9 at random while a client works.
import { parseArgs } from 'node:util';
import { databases } from './portal-to-kill.ts';
import { runFaults } from './run-faults.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '100' },
    database: { type: 'string' },
  },
});

for (const database of databases.filter((one) => values.database === undefined || values.database === one)) {
  const started = performance.now();
  const seed = Number(values.seed);
  const result = await runFaults(database, { seed, rounds: Number(values.rounds), report: console.log });
  const kills = Object.entries(result.kills).map(([victim, count]) => `${victim} ${count}`);
  const minutes = ((performance.now() - started) / 60_000).toFixed(1);
  console.log(
    `${database}: seed ${seed}, ${result.rounds} rounds (${kills.join(', ')}), ${result.acknowledged} writes acknowledged, ` +
      `${result.losses.length} losses, ${minutes} min`,
  );
  for (const loss of result.losses) console.log(`  ${loss}`);
  if (result.losses.length > 0) process.exitCode = 1;
}
