import type { Page } from 'playwright-core';
import { startTestPortal } from '../portal.ts';
import { focusedName, launchBrowser, openScreen } from './browser.ts';

/** The secretariat's desk: an empty portal, a browser before it, and the words to find things with. */
export interface Desk {
  readonly address: string;
  readonly setUpCode: string;
  readonly page: Page;
  button(name: string | RegExp): ReturnType<Page['getByRole']>;
  heading(name: string | RegExp): ReturnType<Page['getByRole']>;
  /** Presses the button of the dialog that asks back. */
  agree(action: string): Promise<void>;
  /** Opens the menu of a thing and presses what stands in it. */
  choose(thing: string, item: string | RegExp): Promise<void>;
  /** Chips of the panel that says whether members see the meeting. */
  publication(): Promise<string[]>;
  /** Marks and titles of the documents in their order. */
  documents(): Promise<string[]>;
  /** The accessible name of what the keyboard is on, through all shadow roots. */
  focused(): Promise<string>;
  /** What the browser complained of since it was last asked, but for what holds one of `expected`: refusals it notes. */
  complaints(...expected: string[]): string[];
  /** The first heading that somebody without a session reads behind this link. */
  readAsStranger(link: string): Promise<string | null>;
  close(): Promise<void>;
}

export async function openDesk(): Promise<Desk> {
  const [portal, browser] = await Promise.all([startTestPortal(), launchBrowser()]);
  const { address, setUpCode } = portal;
  const screen = await openScreen(browser, address, 'desk');
  const { page } = screen;
  return {
    address,
    setUpCode: setUpCode ?? '',
    page,
    button: (name) => page.getByRole('button', { name, exact: true }),
    heading: (name) => page.getByRole('heading', { name, exact: true }),
    agree: (action) => page.locator('ui-dialog').getByRole('button', { name: action, exact: true }).click(),
    async choose(thing, item) {
      await page.getByRole('button', { name: `${thing}のメニュー`, exact: true }).click();
      await page
        .getByRole('menuitem', { name: item, exact: typeof item === 'string' })
        .first()
        .click();
    },
    publication: () => page.locator('office-publication .chip').allInnerTexts(),
    documents: () => page.locator('office-document-card h3').allInnerTexts(),
    focused: () => focusedName(page),
    complaints: (...expected) =>
      screen.complaints.splice(0).filter((complaint) => !expected.some((part) => complaint.includes(part))),
    async readAsStranger(link) {
      const other = await openScreen(browser, address, 'phone');
      await other.page.goto(link);
      const text = await other.page.getByRole('heading', { level: 1 }).textContent();
      await other.close();
      return text;
    },
    async close() {
      await browser.close();
      await portal.close();
    },
  };
}
