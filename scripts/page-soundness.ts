// What is unsound about a page as it stands in a browser: for the gallery and the browser tests.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const axe = readFile(axePath, 'utf8');

/** What axe says against the page by WCAG 2.2 AA, a line each. */
export async function accessibilityBreaches(page: Page): Promise<string[]> {
  await page.evaluate(await axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run({ runOnly: { type: 'tag', values: tags } });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
    );
  });
}

/** The names of buttons and links that stand beyond the edge of the window; the page itself where it scrolls sideways. */
export function cutAtTheEdge(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const buttons: string[] = [];
    const look = (root: ParentNode) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) look(element.shadowRoot);
        if (!element.matches('button, a')) continue;
        const { left, right, width } = element.getBoundingClientRect();
        const isScrolled = element.closest('nav, .pages, .rows') !== null;
        if (width > 1 && !isScrolled && (left < -1 || right > innerWidth + 1))
          buttons.push(element.getAttribute('aria-label') ?? element.textContent ?? '');
      }
    };
    look(document);
    return [...buttons, ...(document.documentElement.scrollWidth > innerWidth ? ['the page itself'] : [])];
  });
}
