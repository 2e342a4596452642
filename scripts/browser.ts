import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

// Not the package's own list: that one switches web security off, and with it what the tests are to see.
const parameters = [
  '--no-sandbox',
  // as Chromium itself paints where there is no graphics card; a card in software takes twice the processor's time
  '--disable-gpu',
  '--font-render-hinting=none',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-pings',
];

/** A headless Chromium out of a package, for screenshots, measures and browser tests; works as root and without a network. */
export async function launchBrowser(environment: Record<string, string> = {}): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: parameters,
    headless: true,
    // Without a UTF-8 locale Chromium saves 開催通知.pdf as "download".
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', ...environment },
  });
}

const japanese = ['biz-udgothic', 'noto-sans-jp'].map((name) =>
  dirname(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${name}/package.json`))),
);

/** The same on a machine with Japanese fonts of its own, as people's are: pictures need not wait for the web's. */
export async function launchJapaneseBrowser(): Promise<Browser> {
  const folder = await mkdtemp(join(tmpdir(), 'kurabe-fonts-'));
  const folders = [...japanese, folder].map((path) => `<dir>${path}</dir>`).join('');
  const file = join(folder, 'fonts.conf');
  await writeFile(file, `<fontconfig>${folders}<cachedir>${folder}/cache</cachedir></fontconfig>`);
  return launchBrowser({ FONTCONFIG_FILE: file });
}
