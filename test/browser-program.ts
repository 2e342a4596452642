import chromium from '@sparticuz/chromium';

/** Once a run: Chromium is unpacked before two files of tests would do it at once. Vitest's globalSetup. */
export default async function setup(): Promise<void> {
  await chromium.executablePath();
}
