import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

/** What is waited for takes as long as a busy machine needs: where all is well, no test comes near any of these. */
const slow = { testTimeout: 180_000, hookTimeout: 600_000, expect: { poll: { timeout: 60_000 } } };

/** Files of one worker share what they import: to load the whole portal anew for each took a second, and none changes it. */
const shared = { isolate: false };

/** unit: no database, no browser. server: both databases. faults: long, by `npm run faults`. browser: in Chromium. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          ...shared,
          // for machines that do other things beside
          testTimeout: 30_000,
          include: ['test/**/*.test.ts'],
          exclude: ['test/server/**', 'test/browser/**', 'test/faults/**'],
        },
      },
      {
        test: {
          name: 'server',
          include: ['test/server/**/*.test.ts'],
          globalSetup: ['test/database-templates.ts'],
          ...slow,
          ...shared,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          globalSetup: ['test/database-templates.ts'],
          ...slow,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser-program.ts'],
          ...slow,
          ...shared,
        },
      },
    ],
  },
});
