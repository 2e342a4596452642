import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Document, DocumentSummary } from '../../contract/documents.ts';
import type { Meeting } from '../../contract/meetings.ts';
import { launchBrowser, openScreen, type Screen, type screens } from './browser.ts';
import { type CityPortal, startCityPortal } from './city-portal.ts';

/** A member at the portal with the demonstration city; each test has a browser of its own. */
export class MemberVisit {
  portal!: CityPortal;
  screen!: Screen;
  private browser!: Browser;

  async begin(): Promise<void> {
    [this.browser, this.portal] = await Promise.all([launchBrowser(), startCityPortal()]);
  }

  async end(): Promise<void> {
    await this.browser?.close();
    await this.portal?.close();
  }

  async openScreen(name: keyof typeof screens): Promise<void> {
    this.screen = await openScreen(this.browser, this.portal.address, name);
  }

  /** As one who has just scanned the letter. */
  async comeByLetter(name: keyof typeof screens): Promise<Meeting> {
    await this.openScreen(name);
    const { page } = this.screen;
    await page.goto(new URL(this.portal.links.member.url).pathname);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const id = Number(new URL(page.url()).pathname.split('/').at(-1));
    return (await (await page.request.get(`/api/meetings/${id}`)).json()) as Meeting;
  }

  /** The secretariat in a browser of its own. */
  async signIn(name: keyof typeof screens): Promise<void> {
    await this.screen.close();
    await this.openScreen(name);
    const { email, password } = this.portal.links.secretariat;
    const answer = await this.screen.page.request.post('/api/session', { data: { email, password } });
    if (!answer.ok()) throw new Error(`sign-in: ${answer.status()}`);
  }

  async readDocument(id: number): Promise<Document> {
    return (await (await this.screen.page.request.get(`/api/documents/${id}`)).json()) as Document;
  }

  /** The button that says where one is, and goes elsewhere. */
  place(): Locator {
    return this.screen.page.getByRole('button', { name: /ページへ移動/ });
  }

  next(): Locator {
    return this.screen.page.getByRole('button', { name: /次のページ）$/ });
  }

  /** Waits until the page stands in its large picture. */
  async isLarge(): Promise<void> {
    await largePicture(this.screen.page);
  }
}

/** A city for a file of tests, whose walks are done in it one after the other. */
export function visitCity(): MemberVisit {
  const visit = new MemberVisit();
  beforeAll(() => visit.begin());
  afterAll(() => visit.end());
  afterEach(() => visit.screen.close());
  return visit;
}

async function largePicture(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const reader = document.querySelector('kurabe-app')?.shadowRoot?.querySelector('reader-page')?.shadowRoot;
    const stage = reader?.querySelector('reader-stage')?.shadowRoot;
    const image = stage?.querySelector('ui-page-view')?.shadowRoot?.querySelector<HTMLImageElement>('.picture img');
    return (image?.naturalWidth ?? 0) > 1000;
  });
}

export function paperNumbered(meeting: Meeting, number: string): DocumentSummary {
  return meeting.documents.find((document) => document.kind === 'material' && document.number === number)!;
}

/** What stands beside a page's name: where it is in its file, from the front. */
export const nth = (page: number | string) => new RegExp(`(?:^|中)${page}枚目$`);
