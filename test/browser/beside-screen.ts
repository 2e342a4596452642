import type { Locator, Page } from 'playwright-core';
import type { ComparedLine, ComparedLines, Comparison } from '../../contract/comparisons.ts';
import { progressSheets } from '../../scripts/demo-city/progress-sheets.ts';
import { shownTexts, touch } from './browser.ts';

export type Pane = '今年' | '昨年';

/** A quantity of 資料１ as the demonstration's own script wrote it: what was printed in each year, in 千円 and 円. */
export function truthOf(id: string) {
  const of = (year: number) => progressSheets({ year, corrected: true }).quantities.find((one) => one.id === id);
  return { older: of(2022), newer: of(2023) };
}

/** 資料１ of 令和５年度 beside that of 令和４年度, as a person sees and touches it. */
export class BesideScreen {
  readonly page: Page;
  private readonly ids: { readonly id: number; readonly other: number };
  comparison!: Comparison;

  constructor(page: Page, id: number, other: number) {
    this.page = page;
    this.ids = { id, other };
  }

  get address(): string {
    return `/documents/${this.ids.id}/beside/${this.ids.other}`;
  }

  async open(number: number): Promise<void> {
    const { page } = this;
    await page.goto(`${this.address}?page=${number}`);
    await page.getByRole('link', { name: /^変わった数値の一覧/ }).waitFor();
    await this.stands();
    const data = { otherDocumentId: this.ids.other };
    const answer = await page.request.post(`/api/documents/${this.ids.id}/comparisons`, { data });
    this.comparison = (await answer.json()) as Comparison;
  }

  /** Both pictures, large, and the rows of both. */
  async stands(): Promise<void> {
    for (const name of ['今年', '昨年'] as const) {
      await this.pane(name).locator('.picture[data-state=shown] img').waitFor();
      await this.pane(name).locator('.rows button').first().waitFor({ state: 'attached' });
    }
  }

  pane(name: Pane): Locator {
    return this.page.getByRole('region', { name: name === '今年' ? /^令和５年度/ : /^令和４年度/ });
  }

  row(pane: Pane, name: RegExp): Locator {
    return this.pane(pane).locator('.rows').getByRole('button', { name });
  }

  mark(pane: Pane, kind: string): Locator {
    return this.pane(pane).locator(`.mark.${kind}`);
  }

  get card(): Locator {
    return this.page.getByRole('region', { name: '選んだ行' });
  }

  /** 昨年, 今年, 差 as the card prints them. */
  async numbers(): Promise<string[]> {
    await this.card.locator('dd').first().waitFor();
    return (await shownTexts(this.card.locator('dd'))).map((text) => text.replace(/\s+/g, ''));
  }

  async linesOf(side: 'older' | 'newer', page: number): Promise<readonly ComparedLine[]> {
    const address = `/api/comparisons/${this.comparison.id}/lines?side=${side}&page=${page}`;
    return ((await (await this.page.request.get(address)).json()) as ComparedLines).lines;
  }

  /** The pages of both papers that belong together. */
  partnerOf(page: number): number {
    return this.comparison.pages.find((pair) => pair.newer === page)!.older;
  }

  /** Where on the glass a number of this year's shown page stands, scrolled to it. */
  async spotOf(text: string, label: RegExp): Promise<{ x: number; y: number }> {
    const page = Number(new URL(this.page.url()).searchParams.get('page'));
    const lines = await this.linesOf('newer', page);
    const value = lines
      .filter(({ place }) => label.test(place.label))
      .flatMap(({ values }) => values)
      .find(({ newer }) => newer?.text === text)!;
    const box = value.newer!.box;
    const sheet = this.pane('今年').locator('.sheet');
    const height = await sheet.evaluate((element) => element.getBoundingClientRect().height);
    // the demonstration's 資料１ is A4 upright
    const scale = height / 841.89;
    await this.pane('今年')
      .locator('.stage')
      .evaluate(
        (stage, top) => {
          stage.scrollTop = top;
        },
        (box[1]! * scale) / 1 - 120,
      );
    await this.page.waitForTimeout(100);
    const at = (await sheet.boundingBox())!;
    return { x: at.x + ((box[0]! + box[2]!) / 2) * scale, y: at.y + ((box[1]! + box[3]!) / 2) * scale };
  }

  async tap(spot: { x: number; y: number }): Promise<void> {
    await touch(this.page, [[spot]]);
  }

  /** CSS pixels between the tops of the line and of its counterpart, side by side or one pane above the other. */
  async unevenness(kind = 'counterpart'): Promise<number> {
    await this.mark('昨年', kind).waitFor();
    const down = async (pane: Pane, mark: string) => {
      const [view, box] = [this.pane(pane).locator('ui-page-view'), this.mark(pane, mark)];
      return (await box.boundingBox())!.y - (await view.boundingBox())!.y;
    };
    return Math.abs((await down('今年', 'chosen')) - (await down('昨年', kind)));
  }
}
