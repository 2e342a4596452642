import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the first file of tests that needs the demonstration city makes it, for all. */
    cityFolder: string;
  }
}

/** Once a run: Chromium is unpacked before two files of tests would do it at once. Vitest's globalSetup. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await chromium.executablePath();
  const folder = mkdtempSync(join(tmpdir(), 'kurabe-cities-'));
  project.provide('cityFolder', folder);
  return () => rm(folder, { recursive: true });
}
