import type { ComparedLine } from '../../../contract/comparisons.ts';
import type { Document } from '../../../contract/documents.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import { ComparisonWatch } from '../../client/comparison-watch.ts';
import { keep, kept } from '../../client/kept.ts';
import { afterPaint } from '../../ui/after-paint.ts';
import { announce } from '../../ui/announce.ts';
import type { PageMark } from '../../ui/page-view/page-marks.ts';
import type { PageRow } from '../../ui/page-view/page-rows.ts';
import { type PaperNames, spokenCard } from './card-words.ts';
import type { Tapped } from './compare-address.ts';
import { type Correcting, correct, correctPages, takeBack } from './correction.ts';
import { type Height, levelOf } from './level-lines.ts';
import { comparedSide, type LineChoice, namesOf, pairsOf } from './line-choice.ts';
import { changeMarks, choiceMarks, rowsOf, valueAt } from './line-marks.ts';
import type { Places, Side } from './page-link.ts';

const none: readonly PageMark[] = [];
const nowhere = [1, 1, 0, 0];
const noLines: readonly ComparedLine[] = [];

/** What is known of the two documents' lines, which is chosen, and what is being corrected. */
export class LineComparing {
  readonly watch: ComparisonWatch;
  choice: LineChoice | null = null;
  correcting: Correcting | null = null;
  marked = false;
  private readonly onChange: () => void;
  private page: Document | null = null;
  private key = '';
  private readonly drawn = new WeakMap<readonly ComparedLine[], readonly PageRow[]>();

  constructor(onChange: () => void) {
    this.onChange = onChange;
    this.watch = new ComparisonWatch(onChange);
  }

  /** Escape lets the chosen line go. */
  start(): void {
    window.addEventListener('keydown', this.onKeyDown);
  }

  stop(): void {
    window.removeEventListener('keydown', this.onKeyDown);
    this.open(null, null);
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) this.close();
  };

  /** Both documents, once their revisions are ready. */
  open(page: Document | null, other: Document | null): void {
    this.page = page;
    const isReady = page?.revision.state === 'ready' && other?.revision.state === 'ready';
    const key = isReady ? `${page.revision.id} ${other.revision.id}` : '';
    if (key === this.key) return;
    this.key = key;
    this.choice = null;
    this.correcting = null;
    // who puts a replacement beside what it replaced wants to see nothing else
    this.marked = page?.id === other?.id || kept('changeMarks') === 'shown';
    this.watch.stop();
    if (page && other && isReady)
      this.watch.watch(page.id, {
        otherDocumentId: other.id,
        revision: page.revision.id,
        otherRevision: other.revision.id,
      });
  }

  get comparison() {
    return this.watch.comparison;
  }

  get names(): PaperNames {
    return this.comparison ? namesOf(this.comparison, (year) => fiscalYearLabel(year)) : { older: '', newer: '' };
  }

  get pairs(): (readonly [number, number])[] {
    const { comparison, page } = this;
    return comparison?.ready && page ? pairsOf(comparison, page) : [];
  }

  /** The two pages are pictures without text. */
  isByPlace({ page, other }: Places): boolean {
    const [older, newer] = this.compared('page') === 'older' ? [page, other] : [other, page];
    const pair = this.comparison?.pages.find((one) => one.older === older && one.newer === newer);
    return pair?.byPlace ?? false;
  }

  compared(side: Side) {
    return this.comparison && this.page ? comparedSide(this.comparison, side, this.page) : 'newer';
  }

  lines(side: Side, page: number): readonly ComparedLine[] {
    if (!this.comparison || !this.page) return noLines;
    return this.watch.linesOf(this.compared(side), page) ?? noLines;
  }

  /** Fetches what is turned to next, once the page itself stands. */
  prefetch(places: Places): void {
    afterPaint(() => {
      for (const side of ['page', 'other'] as const)
        for (const by of [1, -1]) if (places[side] + by > 0) this.lines(side, places[side] + by);
    });
  }

  /** The same array for the same lines, so that nothing is drawn anew. */
  rows(side: Side, page: number): readonly PageRow[] {
    const lines = this.lines(side, page);
    const known = this.drawn.get(lines);
    if (known) return known;
    const rows = rowsOf(lines, this.compared(side));
    this.drawn.set(lines, rows);
    return rows;
  }

  marks(side: Side, page: number): readonly PageMark[] {
    const lines = this.lines(side, page);
    const changes = this.marked ? changeMarks(lines, this.compared(side)) : none;
    const { choice, correcting } = this;
    if (!choice) return changes;
    const { here, there } = choiceMarks(choice.line, choice.value, this.compared(choice.side));
    const chosen = side === choice.side ? here : there;
    const candidate =
      correcting?.counterpart && side !== choice.side && correcting.counterpart.place.page === page
        ? [{ kind: 'chosen' as const, box: correcting.counterpart.place.box }]
        : none;
    return [...changes, ...(chosen.page === page ? chosen.marks : none), ...candidate];
  }

  /** The row whose number, or whose line, is at a point of the page; null where there is none. */
  rowAt({ side, x, y }: Tapped, page: number): string | null {
    const lines = this.lines(side, page);
    const covers = (box: readonly number[]) => box[0]! <= x && x <= box[2]! && box[1]! <= y && y <= box[3]!;
    const at =
      lines.find(({ values }) => values.some((value) => covers(value[this.compared(side)]?.box ?? nowhere))) ??
      lines.find(({ place }) => covers(place.box));
    return at ? String(at.index) : null;
  }

  /** A row was tapped; while correcting, one of the other side is the counterpart. Null where nothing is known of it. */
  choose(side: Side, page: number, id: string, point: { x: number; y: number } | null): LineChoice | null {
    const line = this.lines(side, page).find(({ index }) => String(index) === id);
    if (!line) return null;
    if (this.correcting && side !== this.choice?.side) {
      this.correcting = { ...this.correcting, counterpart: line };
      announce(`${line.place.label}を選びました。この２行を合わせますか。`);
      this.onChange();
      return null;
    }
    this.correcting = null;
    this.choice = { side, line, value: valueAt(line, this.compared(side), point) };
    this.speak();
    this.onChange();
    return this.choice;
  }

  chooseValue(value: number): void {
    if (this.choice) this.choice = { ...this.choice, value };
    this.speak();
    this.onChange();
  }

  close(): void {
    this.choice = null;
    this.correcting = null;
    this.onChange();
  }

  toggleMarks(): void {
    this.marked = !this.marked;
    keep('changeMarks', this.marked ? 'shown' : 'hidden');
    announce(this.marked ? '変わったところに印を付けました。' : '印を消しました。');
    this.onChange();
  }

  /** What stands level with the reader's eye in the other paper. */
  level(side: Side, page: number, y: number): Height | null {
    return levelOf(this.lines(side, page), y);
  }

  startCorrecting(): void {
    const { choice } = this;
    if (!choice) return;
    this.correcting = { side: this.compared(choice.side), line: choice.line, counterpart: null };
    this.onChange();
  }

  /** With the counterpart that was chosen, or, where `alone`, saying that there is none. */
  async finishCorrecting(alone: boolean): Promise<void> {
    const { correcting, comparison } = this;
    if (!correcting || !comparison) return;
    this.close();
    await correct(alone ? { ...correcting, counterpart: null } : correcting, comparison.id, () => this.watch.refresh());
  }

  async pairPages(places: Places): Promise<void> {
    const { comparison } = this;
    if (!comparison) return;
    const [older, newer] =
      this.compared('page') === 'older' ? [places.page, places.other] : [places.other, places.page];
    await correctPages(comparison.id, older, newer, () => this.watch.refresh());
  }

  async takeBack(): Promise<void> {
    const id = this.choice?.line.correctionId;
    if (id === null || id === undefined) return;
    this.close();
    await takeBack(id, () => this.watch.refresh());
  }

  get missing(): string {
    const { choice, names } = this;
    const other = choice && this.compared(choice.side) === 'newer' ? names.older : names.newer;
    return `${other}の資料に、この行は見つかりません`;
  }

  private speak(): void {
    const { choice } = this;
    if (choice) announce(spokenCard(choice.line, choice.line.values[choice.value] ?? null, this.names, this.missing));
  }
}
