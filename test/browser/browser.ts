import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

export { launchBrowser } from '../../scripts/browser.ts';
export { accessibilityBreaches, cutAtTheEdge, tooSmall } from '../../scripts/page-soundness.ts';

/** CSS pixels, and device pixels to one. */
export const screens = {
  landscape: { width: 1180, height: 820, scale: 2, touch: true },
  portrait: { width: 820, height: 1180, scale: 2, touch: true },
  phone: { width: 390, height: 844, scale: 3, touch: true },
  desk: { width: 1440, height: 900, scale: 1, touch: false },
} as const;

export interface Screen {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of scripts and of the Content-Security-Policy, and requests that left the portal; empty for a sound page. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** A browser of somebody's own, with nothing in it yet. */
export async function openScreen(browser: Browser, address: string, name: keyof typeof screens): Promise<Screen> {
  const { width, height, scale, touch } = screens[name];
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height },
    deviceScaleFactor: scale,
    hasTouch: touch,
    locale: 'ja-JP',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== address) complaints.push(`left the portal: ${request.url()}`);
  });
  return { page, context, complaints, close: () => context.close() };
}

/** Fingers on the glass: each step is where all of them are, in CSS pixels. */
export async function touch(page: Page, steps: readonly (readonly { x: number; y: number }[])[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const [index, touchPoints] of steps.entries())
    await session.send('Input.dispatchTouchEvent', {
      type: index === 0 ? 'touchStart' : 'touchMove',
      touchPoints: [...touchPoints],
    });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}

/** One finger drawn sideways over the middle of the screen: by less than nothing it goes to the left. */
export async function swipe(page: Page, by: number): Promise<void> {
  const { width, height } = page.viewportSize()!;
  const y = height / 2;
  const start = width / 2 - by / 2;
  await touch(
    page,
    [0, 0.25, 0.5, 0.75, 1].map((part) => [{ x: start + by * part, y }]),
  );
}

/** The accessible name of what the keyboard is on, through all shadow roots. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const [label] = (element as HTMLInputElement | null)?.labels ?? [];
    return element?.getAttribute('aria-label') ?? label?.textContent?.trim() ?? element?.textContent?.trim() ?? '';
  });
}

/** The text of each, with that of the elements inside them, which innerText leaves out. */
export function shownTexts(locator: Locator): Promise<string[]> {
  return locator.evaluateAll((elements) => {
    const textOf = (node: Node): string => {
      if (node instanceof Text) return node.data;
      if (node instanceof HTMLElement && (node.hidden || getComputedStyle(node).display === 'none')) return '';
      if (node instanceof HTMLStyleElement) return '';
      const inside = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
      return [...inside.childNodes].map(textOf).join('');
    };
    return elements.map(textOf);
  });
}

/** Tabs until the focus is on what is called so; fails where it is not reached in so many stops. Returns how many it took. */
export async function tabToName(page: Page, name: RegExp, stops = 40): Promise<number> {
  for (let stop = 1; stop <= stops; stop += 1) {
    await page.keyboard.press('Tab');
    if (name.test(await focusedName(page))) return stop;
  }
  throw new Error(`${name} was not reached in ${stops} stops`);
}
