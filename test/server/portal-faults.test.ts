import { expect, test } from 'vitest';
import { databases } from '../../scripts/faults/portal-to-kill.ts';
import { runFaults } from '../../scripts/faults/run-faults.ts';

// In earnest: `npm run faults`.
test.each(databases)(
  'killed at random while two write and one reads, a portal loses nothing it acknowledged (%s)',
  {
    timeout: 240_000,
  },
  async (database) => {
    const result = await runFaults(database, { seed: 1, rounds: 2 });
    expect(result.losses).toEqual([]);
    expect(result.acknowledged).toBeGreaterThan(0);
  },
);
