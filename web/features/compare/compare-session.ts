import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ComparedLine, ComparedSide } from '../../../contract/comparisons.ts';
import type { Document } from '../../../contract/documents.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import { ComparisonReading } from '../../client/comparison-reading.ts';
import { documentReading, lengthOf } from '../../client/document-reading.ts';
import { keep, kept } from '../../client/kept.ts';
import type { Reading } from '../../client/reading.ts';
import type { PageMark } from '../../ui/page-view/page-marks.ts';
import type { PageRow } from '../../ui/page-view/page-rows.ts';
import type { PaperNames } from './card-words.ts';
import { CompareAddress, type Tapped } from './compare-address.ts';
import { dropLink, keepLink, keptLink } from './kept-link.ts';
import { type Height, levelOf } from './level-lines.ts';
import {
  type Correcting,
  comparedSide,
  counterpartPlace,
  isSameLine,
  type LineChoice,
  namesOf,
  pairsOf,
} from './line-choice.ts';
import { changeMarks, choiceMarks, lineAt, rowsOf, valueAt } from './line-marks.ts';
import { align, forgetOwnLink, openPairing, type Pairing, toggleLink, unpaired } from './pairing.ts';
import { type Lengths, type Side, sides } from './sides.ts';

/** What two papers side by side show. A value: every act makes another. */
export interface CompareState {
  readonly pairing: Pairing;
  readonly choice: LineChoice | null;
  readonly correcting: Correcting | null;
  /** Changes are marked on the pages. */
  readonly marked: boolean;
}

const noLines: readonly ComparedLine[] = [];

/** Two papers side by side: the one owner of what is read of them, where both stand, and what a person chose. */
export class CompareSession implements ReactiveController {
  state: CompareState = { pairing: unpaired, choice: null, correcting: null, marked: false };
  address = new CompareAddress({}, new URLSearchParams());
  readonly papers: Readonly<Record<Side, Reading<Document>>>;
  readonly comparing: ComparisonReading;
  private readonly host: ReactiveControllerHost;
  private readonly drawn = new WeakMap<readonly ComparedLine[], readonly PageRow[]>();
  private placed = false;
  /** The revisions that are compared. */
  private compared = '';
  /** To be chosen as soon as the lines of its page are there. */
  awaited: Tapped | null = null;
  /** The counterpart of the chosen line has come to stand elsewhere, and is not level with it yet. */
  private moved = false;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
    const paper = (side: Side) =>
      documentReading(host, () => ({ id: this.address.ids[side], revision: this.address.revisions[side] }), {
        onValue: () => this.onPaper(),
      });
    this.papers = { own: paper('own'), beside: paper('beside') };
    this.comparing = new ComparisonReading(host, () => this.alignPages());
  }

  /** A line that was chosen stays chosen as it is computed anew: after a correction its old reading stands until then. */
  hostUpdate(): void {
    const { choice } = this.state;
    const line = choice && this.lines(choice.side).find((one) => isSameLine(one, choice.line));
    if (!line || line === choice.line) return;
    const value = Math.max(0, Math.min(choice.value, line.values.length - 1));
    const [before, now] = [choice.line, line].map(counterpartPlace);
    this.moved ||= before?.page !== now?.page || before?.box.join() !== now?.box.join();
    this.state = { ...this.state, choice: { ...choice, line, value } };
  }

  /** The chosen line, once after its counterpart was computed to be elsewhere. */
  takeMoved(): LineChoice | null {
    if (!this.moved) return null;
    this.moved = false;
    return this.state.choice;
  }

  /** What is not drawn is fetched after the drawing: the lines of both pages, and those that are turned to next. */
  hostUpdated(): void {
    const { places } = this.state.pairing;
    for (const by of [0, 1, -1])
      for (const side of sides) this.comparing.want(this.comparedSide(side), places[side] + by);
  }

  hostDisconnected(): void {
    this.compared = '';
  }

  open(address: CompareAddress): void {
    const before = this.address;
    this.address = address;
    this.placed = false;
    for (const side of sides) {
      const isSame =
        before.ids[side] === address.ids[side] &&
        before.revisions[side] === address.revisions[side] &&
        this.paper(side);
      if (isSame) continue;
      this.papers[side].clear();
      if (address.ids[side] !== 0) void this.papers[side].load();
    }
    this.onPaper();
  }

  /** Reads both papers again; what is shown stays meanwhile. */
  reload(): void {
    for (const side of sides) if (this.address.ids[side] !== 0) void this.papers[side].load();
  }

  /** Makes the next state of this one. */
  change(part: Partial<CompareState>): void {
    this.state = { ...this.state, ...part };
    this.host.requestUpdate();
  }

  paper(side: Side): Document | null {
    return this.papers[side].value;
  }

  get lengths(): Lengths {
    return { own: lengthOf(this.paper('own')), beside: lengthOf(this.paper('beside')) };
  }

  get names(): PaperNames {
    const { value } = this.comparing;
    return value ? namesOf(value, (year) => fiscalYearLabel(year)) : { older: '', newer: '' };
  }

  comparedSide(side: Side): ComparedSide {
    const [comparison, own] = [this.comparing.value, this.paper('own')];
    return comparison && own ? comparedSide(comparison, side, own) : 'newer';
  }

  /** Of the page that a side shows, as far as they are there. */
  lines(side: Side): readonly ComparedLine[] {
    return this.comparing.linesOf(this.comparedSide(side), this.state.pairing.places[side]) ?? noLines;
  }

  /** One of them, by what its row is called. */
  line(side: Side, row: string): ComparedLine | undefined {
    return this.lines(side).find(({ index }) => String(index) === row);
  }

  /** The same array for the same lines, so that nothing is drawn anew. */
  rows(side: Side): readonly PageRow[] {
    const lines = this.lines(side);
    const known = this.drawn.get(lines);
    if (known) return known;
    const rows = rowsOf(lines, this.comparedSide(side));
    this.drawn.set(lines, rows);
    return rows;
  }

  marks(side: Side): readonly PageMark[] {
    const { pairing, choice, correcting, marked } = this.state;
    const compared = this.comparedSide(side);
    const on = { side, page: pairing.places[side], compared };
    return [
      ...(marked ? changeMarks(this.lines(side), compared) : []),
      ...(choice ? choiceMarks(choice, correcting, on) : []),
    ];
  }

  /** The two pages are pictures without text, put side by side by their place. */
  get isByPlace(): boolean {
    const [older, newer] = this.olderFirst();
    return this.comparing.value?.pages.find((one) => one.older === older && one.newer === newer)?.byPlace ?? false;
  }

  /** What stands level in the other paper with a height of the page (points). */
  level(side: Side, y: number): Height | null {
    return levelOf(this.lines(side), y);
  }

  /** The line of what the address says was tapped, once it is there; the only time it is. */
  takeAwaited(): { side: Side; line: ComparedLine; point: Tapped } | null {
    const { awaited } = this;
    if (!awaited || !this.placed || this.lines(awaited.side).length === 0) return null;
    this.awaited = null;
    const line = lineAt(this.lines(awaited.side), this.comparedSide(awaited.side), awaited);
    return line ? { side: awaited.side, line, point: awaited } : null;
  }

  /** While correcting, a line of the other side is the counterpart; else it is what is chosen. */
  choose(side: Side, line: ComparedLine, point: { x: number; y: number } | null): 'counterpart' | 'choice' {
    const { correcting, choice } = this.state;
    if (correcting && side !== choice?.side) {
      this.change({ correcting: { ...correcting, counterpart: line } });
      return 'counterpart';
    }
    this.change({ choice: { side, line, value: valueAt(line, this.comparedSide(side), point) }, correcting: null });
    return 'choice';
  }

  letGo(): void {
    this.change({ choice: null, correcting: null });
  }

  toggleMarks(): void {
    this.change({ marked: !this.state.marked });
    keep('changeMarks', this.state.marked ? 'shown' : 'hidden');
  }

  toggleLink(): void {
    const pairing = toggleLink(this.state.pairing);
    if (pairing.linked) keepLink(this.address.ids.own, this.address.ids.beside, pairing.link);
    this.change({ pairing });
  }

  /** Back to the alignment, where a person had set a link of their own. */
  realign(): void {
    dropLink(this.address.ids.own, this.address.ids.beside);
    this.change({ pairing: forgetOwnLink(this.state.pairing) });
    this.alignPages();
  }

  /** The two pages that are shown, as the comparison names them. */
  olderFirst(): [older: number, newer: number] {
    const { own, beside } = this.state.pairing.places;
    return this.comparedSide('own') === 'older' ? [own, beside] : [beside, own];
  }

  private onPaper(): void {
    this.compare();
    const [own, beside] = [this.paper('own'), this.paper('beside')];
    if (this.placed || !own || (this.address.ids.beside !== 0 && !beside)) return;
    this.placed = true;
    const { places, ids, tapped } = this.address;
    const asked = { own: places.own || own.readingPlace || 1, beside: places.beside };
    this.awaited = tapped;
    this.change({ pairing: openPairing(asked, keptLink(ids.own, ids.beside), this.lengths) });
    this.alignPages();
  }

  /** Both papers, once their revisions are ready. */
  private compare(): void {
    const [own, beside] = [this.paper('own'), this.paper('beside')];
    const isReady = own?.revision.state === 'ready' && beside?.revision.state === 'ready';
    const compared = isReady ? `${own.revision.id} ${beside.revision.id}` : '';
    if (compared === this.compared) return;
    this.compared = compared;
    // who puts a replacement beside what it replaced wants to see nothing else
    const marked = own?.id === beside?.id || kept('changeMarks') === 'shown';
    this.change({ choice: null, correcting: null, marked });
    if (!isReady) this.comparing.clear();
    else
      this.comparing.watch({
        documentId: own.id,
        otherDocumentId: beside.id,
        revision: own.revision.id,
        otherRevision: beside.revision.id,
      });
  }

  private alignPages(): void {
    const [comparison, own] = [this.comparing.value, this.paper('own')];
    if (!comparison?.ready || !own || !this.placed) return;
    this.change({ pairing: align(this.state.pairing, pairsOf(comparison, own), this.lengths) });
  }
}
