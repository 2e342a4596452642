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

/**
 * What is smaller than everybody's eyes and fingers ask for: text under 16 px, and buttons, links and fields under 44 px, a line
 * each. A link within a sentence is as high as its line; rows of a paper are as high as they are printed.
 */
export function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const [smallestText, smallestTarget] = [16, 44];
    const found = new Set<string>();
    const isShown = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    };
    const nameOf = (element: Element) =>
      `${element.localName}.${element.className} ${element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 30)}`;
    const isInSentence = (element: Element) =>
      getComputedStyle(element).display === 'inline' &&
      [...(element.parentElement?.childNodes ?? [])].some((node) => node.nodeType === 3 && node.textContent?.trim());
    const lookAtText = (element: Element) => {
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      const says = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      if (says && size < smallestText - 0.01 && isShown(element)) found.add(`${size} px: ${nameOf(element)}`);
    };
    const lookAtTarget = (element: Element) => {
      const isTarget = element.matches('button, a[href], input:not([type=hidden]), select, textarea, summary');
      if (!isTarget || !isShown(element) || element.closest('.rows') || isInSentence(element)) return;
      const box = ((element.matches('input') && element.closest('label')) || element).getBoundingClientRect();
      if (Math.min(box.width, box.height) < smallestTarget - 0.5)
        found.add(`${Math.round(box.width)} × ${Math.round(box.height)}: ${nameOf(element)}`);
    };
    const look = (root: ParentNode) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.matches('script, style, title, option, optgroup')) continue;
        if (element.shadowRoot) look(element.shadowRoot);
        // the text of a page lies unseen over its picture
        if (element.closest('ui-page-view, .text[lang]')) continue;
        lookAtText(element);
        lookAtTarget(element);
      }
    };
    look(document.body);
    return [...found];
  });
}
