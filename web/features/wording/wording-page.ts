import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { ComparedValue } from '../../../contract/comparisons.ts';
import type { Document, PageText } from '../../../contract/documents.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import { documentName } from '../../../domain/meetings/document.ts';
import { pageName } from '../../../domain/meetings/page-name.ts';
import { ComparisonReading } from '../../client/comparison-reading.ts';
import { documentReading, lengthOf } from '../../client/document-reading.ts';
import { readPageText } from '../../client/documents.ts';
import { keep, kept } from '../../client/kept.ts';
import { setTitle } from '../../client/navigation.ts';
import { noVoice, PageVoice } from '../../client/page-voice.ts';
import { files, paths } from '../../client/paths.ts';
import { Reading } from '../../client/reading.ts';
import { readingFace } from '../../faces/reading-face.ts';
import { icon } from '../../ui/icons.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { pageSheet } from '../../ui/sheets/page.ts';
import '../../ui/ui-empty.ts';
import '../../ui/ui-loading.ts';
import '../../ui/ui-notice.ts';
import '../../ui/ui-page-header.ts';
import { type PageBlock, pageBlocks } from '../../../domain/pages/results/page-blocks.ts';
import { blockSentences, drawnBlock } from './drawn-block.ts';
import { wordingPageSheet } from './wording-page.styles.ts';

/** 文字で読む: a page of a paper as words and tables, with last year's values beside, for the ear and for a small screen. */
export class WordingPage extends LitElement {
  static override properties = { params: {}, query: {}, lastYear: { state: true } };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  /** The switch 昨年の値を添える. */
  declare private lastYear: boolean;
  private readonly document = documentReading(this, () => ({ id: Number(this.params.id), revision: undefined }), {
    onValue: (document) => this.onDocument(document),
  });
  private readonly comparing = new ComparisonReading(this);
  /** The lines of the page as they are printed, or were recognised in a picture. */
  private readonly text = new Reading<PageText>(this, {
    read: (signal) => readPageText(this.document.value!.revision.id, this.page, undefined, { signal }),
  });
  private readonly voice = new PageVoice(this);
  private watched = 0;

  constructor() {
    super();
    this.params = {};
    this.query = new URLSearchParams();
    this.lastYear = kept('last-year') !== 'hidden';
  }

  private get page(): number {
    return Number(this.query.get('page')) || 1;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('params')) {
      this.watched = 0;
      this.document.clear();
      void this.document.load();
    } else if (changed.has('query')) {
      this.voice.stop();
      this.readText();
    }
    const side = this.side;
    if (side) this.comparing.want(side, this.page);
  }

  private onDocument(document: Document): void {
    setTitle(`${document.title}（文字で読む）`);
    if (this.watched === document.revision.id) return;
    this.watched = document.revision.id;
    const counterpart = counterpartOf(document);
    if (counterpart) this.comparing.watch({ documentId: document.id, otherDocumentId: counterpart.documentId });
    else this.comparing.clear();
    this.readText();
  }

  private readText(): void {
    this.text.clear();
    const { value } = this.document;
    if (value) void this.text.load();
  }

  /** Not a paper that is compared with none, nor a page that is a picture, nor where comparing failed. */
  private get isCompared(): boolean {
    const { value } = this.document;
    if (value === null || this.comparing.failed) return false;
    return counterpartOf(value) !== null && !value.pages[this.page - 1]?.scanned;
  }

  /** Which of the two compared papers is the one that is read. */
  private get side() {
    const { value } = this.comparing;
    if (!value) return null;
    return value.newer.documentId === Number(this.params.id) ? 'newer' : 'older';
  }

  /** Null while they are on their way. */
  private get blocks(): readonly PageBlock[] | null {
    const { value, failure } = this.text;
    if (!this.isCompared) return value ? value.lines.map(({ text }) => ({ kind: 'text', text })) : null;
    const lines = this.side && this.comparing.linesOf(this.side, this.page);
    return lines && (value || failure) ? pageBlocks(lines, value?.lines ?? []) : null;
  }

  private toggle(): void {
    this.lastYear = !this.lastYear;
    keep('last-year', this.lastYear ? 'shown' : 'hidden');
  }

  override render() {
    return readingFace(this.document, (document) => this.whole(document), { loading: '資料を開いています…' });
  }

  private whole(document: Document) {
    const counterpart = counterpartOf(document);
    const name = pageName({ number: this.page, label: document.pages[this.page - 1]?.label ?? null });
    return html`
      <ui-page-header
        heading=${name}
        over=${documentName(document)}
        back-href=${paths.document(document.id, { page: this.page })}
        back-label="紙面に戻る"
      ></ui-page-header>
      <div class="row acts no-print">
        ${this.voiceButton()}
        ${
          counterpart
            ? html`<button class="button" aria-pressed=${this.lastYear} @click=${this.toggle}>
                ${icon(this.lastYear ? 'check' : 'beside')}${fiscalYearLabel(counterpart.fiscalYear)}の値を添える
              </button>`
            : nothing
        }
      </div>
      ${this.voice.missing ? html`<ui-notice kind="warning">${noVoice}</ui-notice>` : nothing}
      <div class="both">
        <div>${this.content(document)} ${this.turns(document)}</div>
        ${this.paper(document, name)}
      </div>
    `;
  }

  /** Where there is room, the page itself stands beside its words. */
  private paper({ id, pages, revision }: Document, name: string) {
    const picture = files.picture(revision.id, this.page, 'large', pages[this.page - 1]?.pictures);
    return html`<a class="paper no-print" href=${paths.document(id, { page: this.page })}>
      <img src=${picture} alt="${name}の紙面" loading="lazy" decoding="async" />
    </a>`;
  }

  private voiceButton() {
    const { blocks, voice } = this;
    if (voice.saying !== null)
      return html`<button class="button primary" @click=${() => voice.stop()}>${icon('close')}読み上げを止める</button>`;
    return html`<button
      class="button"
      aria-disabled=${blocks === null ? 'true' : 'false'}
      @click=${() => blocks && void voice.read(blocks.flatMap((block) => blockSentences(block, this.shownOlder)))}
    >
      ${icon('voice')}このページを読み上げる
    </button>`;
  }

  private content(document: Document) {
    const { blocks } = this;
    if (this.text.failure && !this.isCompared)
      return html`<ui-empty heading="文字にできませんでした"><p>紙面に戻って、お読みください。</p></ui-empty>`;
    if (blocks === null) return html`<ui-loading label="文字と表を読み取っています…"></ui-loading>`;
    if (blocks.length === 0)
      return html`<ui-empty heading="このページに文字はありません">
        <p>画像だけのページです。<a href=${paths.document(document.id, { page: this.page })}>紙面</a>でご覧ください。</p>
      </ui-empty>`;
    const tables = blocks.filter(({ kind }) => kind === 'table');
    return html`<div class="blocks">${blocks.map((block) => drawnBlock(block, this.shownOlder, this.saving(tables.indexOf(block))))}</div>
      <p class="weak note">${this.text.value?.isRecognised ? recognisedNote : '紙面から読み取った文字です。読み取りにくいところは、紙面で確かめてください。'}</p>`;
  }

  /** The table with last year's values in it, to be taken along. */
  private saving(table: number) {
    const { value } = this.comparing;
    if (!value || !this.shownOlder || table < 0) return nothing;
    const link = (kind: 'pdf' | 'xlsx', words: string) =>
      html`<a class="target" href=${files.tables(value.id, kind, { page: this.page, table })} target=${kind === 'pdf' ? '_blank' : '_self'}>${words}</a>`;
    return html`<p class="row saving no-print">
      ${icon('download')}${this.shownOlder.name}と並べた表　${link('xlsx', 'Excelで保存')}${link('pdf', 'PDFで開く')}
    </p>`;
  }

  /** How the counterpart's value of a column is called and found; null while none is to be shown. */
  private get shownOlder() {
    const { value } = this.comparing;
    if (!this.lastYear || !value || this.side !== 'newer') return null;
    const { older, newer } = value;
    const name = older.fiscalYear === newer.fiscalYear - 1 ? '昨年' : fiscalYearLabel(older.fiscalYear);
    return { name, of: ({ older: counterpart }: ComparedValue) => counterpart };
  }

  private turns(document: Document) {
    const { page } = this;
    const to = (number: number, words: string, name: 'back' | 'forward') =>
      html`<a class="button" href=${paths.wording(document.id, { page: number })}
        >${name === 'back' ? [icon(name), words] : [words, icon(name)]}</a
      >`;
    return html`<nav class="row no-print" aria-label="ページ">
      ${page > 1 ? to(page - 1, '前のページ', 'back') : nothing}
      ${page < lengthOf(document) ? to(page + 1, '次のページ', 'forward') : nothing}
    </nav>`;
  }

  static override styles = [baseSheet, pageSheet, wordingPageSheet];
}

const recognisedNote =
  '画像のページから、機械が読み取った文字です。誤りが含まれます。数値は、必ず紙面で確かめてください。';

/** The same paper of an earlier year. */
const counterpartOf = (document: Document) => document.beside.find(({ sameSeries }) => sameSeries) ?? null;

customElements.define('wording-page', WordingPage);
