// npm run gallery [-- --state WORD] [--size NAME] [--origin URL --links FILE] [--folder DIR]: every screen in every state at
// every size, as pictures with an index.html, from the demonstration city.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { startDemoPortal } from '../bench/demo-portal.ts';
import { launchJapaneseBrowser } from '../browser.ts';
import type { DemoLinks } from '../demo-city/build-city.ts';
import { accessibilityBreaches, cutAtTheEdge, tooSmall } from '../page-soundness.ts';
import { memberStates } from './member-states.ts';
import { officeStates } from './office-states.ts';
import { type Shown, type SizeName, type State, sizes } from './state.ts';

const { values: wanted } = parseArgs({
  options: {
    state: { type: 'string', default: '' },
    size: { type: 'string', default: '' },
    folder: { type: 'string', default: 'data/gallery' },
    origin: { type: 'string' },
    links: { type: 'string' },
  },
});
/** After the last answer: what slides or fades in. */
const settleMilliseconds = 700;

async function shoot(browser: Browser, shown: Shown, state: State, size: SizeName): Promise<string> {
  const context = await browser.newContext({ viewport: sizes[size], locale: 'ja-JP', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const name = `${state.name}.${size}.png`;
  try {
    await state.come(page, shown);
    await page.waitForLoadState('networkidle').catch(() => undefined);
    await page.waitForTimeout(settleMilliseconds);
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  }
  await page.screenshot({ path: join(wanted.folder, name), timeout: 20_000 });
  for (const breach of await breaches(page)) console.error(`${name}: ${breach}`);
  await context.close();
  return name;
}

/** What axe says, what the window's edge cuts off, and a page without a heading of its own. */
async function breaches(page: Page): Promise<string[]> {
  const headings = await page.getByRole('heading', { level: 1, includeHidden: true }).count();
  const heading = headings === 1 ? [] : [`${headings} headings of level 1`];
  const cut = (await cutAtTheEdge(page)).map((name) => `beyond the edge: ${name.trim()}`);
  const small = (await tooSmall(page)).map((name) => `too small: ${name}`);
  return [...heading, ...cut, ...small, ...(await accessibilityBreaches(page))];
}

function index(names: readonly string[]): string {
  const figures = names.map(
    (name) => `<figure><img src="${name}" alt="" loading="lazy"><figcaption>${name}</figcaption></figure>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>くらべ</title><style>figure{display:inline-block;margin:1rem}
img{max-width:30rem;border:1px solid #ccc}</style>${figures.join('\n')}`;
}

const own = wanted.origin === undefined ? await startDemoPortal() : null;
const shown: Shown = own ?? {
  origin: wanted.origin!,
  links: JSON.parse(await readFile(wanted.links!, 'utf8')) as DemoLinks,
};
await mkdir(wanted.folder, { recursive: true });
const browser = await launchJapaneseBrowser();
const names: string[] = [];
try {
  for (const state of [...memberStates, ...officeStates].filter(({ name }) => name.includes(wanted.state)))
    for (const size of Object.keys(sizes) as SizeName[])
      if (size.includes(wanted.size)) names.push(await shoot(browser, shown, state, size));
  await writeFile(join(wanted.folder, 'index.html'), index(names));
} finally {
  await browser.close();
  await own?.close();
}
