import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Document, RevisionState } from '../../../contract/documents.ts';
import { documentName } from '../../../domain/meetings/document.ts';
import { spokenPage } from '../../../domain/meetings/page-name.ts';
import { type AskedDocument, documentReading, lengthOf } from '../../client/document-reading.ts';
import { readNewest } from '../../client/documents.ts';
import { noteAddress, setTitle } from '../../client/navigation.ts';
import { pageSourceOf } from '../../client/page-source.ts';
import { paths } from '../../client/paths.ts';
import { Reading } from '../../client/reading.ts';
import { ReadingPlaceNote } from '../../client/reading-place.ts';
import { announce } from '../../ui/announce.ts';
import type { PageMark } from '../../ui/page-view/page-marks.ts';
import type { PageSource } from '../../ui/page-view/page-source.ts';
import { HitSearch } from './hit-search.ts';
import type { Replaced } from './reader-notices.ts';
import { ReplacementReading } from './replacement-reading.ts';

/** How soon a replacement is noticed. */
const newestMilliseconds = 8000;

/** What is read of one document, where in it the reader is, and what came of it meanwhile. */
export class ReaderSession implements ReactiveController {
  readonly document: Reading<Document>;
  /** What the page view draws: the same object for the same pages. */
  source: PageSource | null = null;
  /** The 1-based number in the file. */
  page = 1;
  readonly search: HitSearch;
  private readonly host: ReactiveControllerHost;
  private readonly newest: Reading<RevisionState>;
  private readonly replacement: ReplacementReading;
  private readonly places = new ReadingPlaceNote();
  private asked: AskedDocument = { id: 0, revision: undefined };
  private askedPage = 0;
  private askedWords = '';
  private placed = false;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
    this.document = documentReading(host, () => this.asked, { onValue: (document) => this.onDocument(document) });
    this.newest = new Reading<RevisionState>(host, {
      read: (signal) => readNewest(this.asked.id, { signal }),
      again: () => newestMilliseconds,
      // the document's own reading says what is wrong
      settles: () => true,
    });
    this.replacement = new ReplacementReading(host);
    this.search = new HitSearch(host);
  }

  hostConnected(): void {
    this.places.start();
  }

  hostDisconnected(): void {
    this.places.stop();
  }

  /** `page` 0 where none is asked for, `words` '' likewise. What is open already only turns to it. */
  open(asked: AskedDocument, page: number, words: string): void {
    const document = this.document.value;
    this.asked = asked;
    this.askedPage = page;
    this.askedWords = words;
    const isOpen = document?.id === asked.id && (asked.revision ?? document.newestRevisionId) === document.revision.id;
    if (isOpen) this.page = this.inside(page || this.page);
    else this.reopen();
  }

  reopen(): void {
    this.placed = false;
    this.source = null;
    this.search.close();
    this.document.clear();
    this.newest.clear();
    this.replacement.forget();
    void this.document.load();
  }

  /** Reads the version that came meanwhile, at the page that is open. */
  showNewest(): void {
    this.asked = { ...this.asked, revision: undefined };
    void this.document.load();
  }

  get pageCount(): number {
    return lengthOf(this.document.value);
  }

  /** A version that came while another was read; one that cannot be read yet is not offered. */
  get newer(): RevisionState | null {
    const [document, newest] = [this.document.value, this.newest.value];
    if (!document || newest?.state !== 'ready' || this.asked.revision !== undefined) return null;
    return newest.number > document.revision.number ? newest : null;
  }

  get replaced(): Replaced | null {
    const { seen, pages, count } = this.replacement;
    return seen && { seen, pages, count };
  }

  get changedPages(): readonly number[] {
    return this.replacement.pages;
  }

  readonly marksOf = (page: number): readonly PageMark[] => {
    const [replaced, found] = [this.replacement.marks(page), this.search.marks(page)];
    // the same array for the same marks: another would be drawn again
    return found.length === 0 ? replaced : [...replaced, ...found];
  };

  /** Looks for words from the open page on, and goes to the first place. */
  async look(words: string): Promise<void> {
    if (!this.document.value) return;
    await this.search.look(this.document.value.revision.id, words, this.page);
    this.goToHit();
  }

  stepHit(direction: 1 | -1): void {
    this.search.step(direction);
    this.goToHit();
  }

  private goToHit(): void {
    const { current } = this.search;
    if (!current) return;
    if (current.page !== this.page) this.goTo(current.page);
    announce(current.text);
  }

  closeReplaced(): void {
    this.replacement.forget();
    this.host.requestUpdate();
  }

  /** By the pages that are shown: the one open, or the two that lie open together. */
  turn(direction: 1 | -1, shown: readonly number[]): void {
    const wanted = direction > 0 ? shown.at(-1)! + 1 : shown[0]! - 1;
    if (wanted < 1) announce('最初のページです。');
    else if (wanted > this.pageCount) announce('最後のページです。');
    else this.goTo(wanted);
  }

  goTo(page: number): void {
    const document = this.document.value;
    if (!document) return;
    this.page = this.inside(page);
    announce(spokenPage(document.pages[this.page - 1] ?? { number: this.page, label: null }, this.pageCount));
    const { revision } = this.asked;
    noteAddress(paths.document(document.id, { page: this.page, ...(revision !== undefined && { revision }) }));
    this.places.note(document.id, this.page, document.revision.id);
    this.host.requestUpdate();
  }

  private onDocument(document: Document): void {
    const { source } = this;
    const isOther = source?.revisionId !== document.revision.id || source.pages.length !== document.pages.length;
    // the printed numbers come with the last of the file's lines
    if (isOther || source.pages.some(({ label }, at) => label !== document.pages[at]!.label))
      this.source = pageSourceOf(document);
    if (!this.placed) this.place(document);
    else this.page = this.inside(this.page);
    this.replacement.follow(document);
    if (!this.newest.value) this.newest.show(document.revisions.find(({ id }) => id === document.newestRevisionId)!);
  }

  private place(document: Document): void {
    this.placed = true;
    setTitle(documentName(document));
    this.page = this.inside(this.askedPage || document.readingPlace || 1);
    if (this.askedWords !== '') {
      this.search.show();
      void this.look(this.askedWords);
    }
    // who is offered what a replacement changed has seen it only once they read on
    if (document.seenRevisionId === null) this.places.note(document.id, this.page, document.revision.id);
  }

  private inside(page: number): number {
    return Math.min(this.pageCount, Math.max(1, Math.trunc(page) || 1));
  }
}
