import { expect, test } from 'vitest';
import { runFaults } from '../../scripts/faults/run-faults.ts';

// In earnest, and on a PostgreSQL beside the portal too: `npm run faults`.
test('killed at random while two write and one reads, a portal loses nothing it acknowledged', {
  timeout: 240_000,
}, async () => {
  const result = await runFaults('embedded', { seed: 1, rounds: 2 });
  expect(result.losses).toEqual([]);
  expect(result.acknowledged).toBeGreaterThan(0);
});
