import { html, LitElement, nothing } from 'lit';
import type { ListedNote, NotedDocument, NotedPage, OwnNotes } from '../../../contract/notes.ts';
import { japaneseDate } from '../../../domain/japanese/date.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import { spokenName } from '../../../domain/meetings/document.ts';
import { pageName } from '../../../domain/meetings/page-name.ts';
import { kindNames, type NoteContent, noteKinds, wordsOf } from '../../../domain/notes/note.ts';
import { movedContent } from '../../../domain/notes/place-notes.ts';
import { sentenceOf } from '../../client/client-error.ts';
import { setTitle } from '../../client/navigation.ts';
import { deleteNotes, listOwnNotes } from '../../client/notes.ts';
import { files, paths } from '../../client/paths.ts';
import { Reading } from '../../client/reading.ts';
import { readingFace } from '../../faces/reading-face.ts';
import '../../notes/note-picture.ts';
import { confirmAction } from '../../ui/confirm.ts';
import { icon } from '../../ui/icons.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { pageSheet } from '../../ui/sheets/page.ts';
import { toast } from '../../ui/toast.ts';
import '../../ui/ui-empty.ts';
import '../../ui/ui-page-header.ts';
import { notesPageSheet } from './notes-page.styles.ts';

/** One page of a paper with what was written on it. */
interface PageNotes {
  readonly page: NotedPage | undefined;
  /** 1-based, of the version that it is in. */
  readonly number: number;
  readonly revisionId: number;
  /** Of a version that was replaced, where the line is gone. */
  readonly isOld: boolean;
  readonly notes: readonly { readonly note: ListedNote; readonly shown: NoteContent }[];
}

/** 書き込み一覧: all that a member wrote, paper by paper and page by page, across meetings and years. */
export class NotesPage extends LitElement {
  private readonly own = new Reading<OwnNotes>(this, { read: (signal) => listOwnNotes({ signal }) });

  override connectedCallback(): void {
    super.connectedCallback();
    setTitle('書き込み一覧');
    void this.own.load();
  }

  override render() {
    return readingFace(this.own, (own) => this.listed(own), { loading: '書き込みを読み込んでいます…' });
  }

  private listed({ documents }: OwnNotes) {
    const count = documents.flatMap(({ notes }) => notes).length;
    return html`<ui-page-header heading="書き込み一覧"></ui-page-header>
      <p class="lead">あなたが資料に書いたものです。あなただけが見られます。事務局にも、ほかの委員にも見えません。</p>
      ${
        count === 0
          ? html`<ui-empty heading="まだ書き込みはありません">
              <p>資料を開いて「書き込み」を押すと、ペンやマーカー、メモ、しおりが使えます。</p>
            </ui-empty>`
          : documents.map((document) => this.paper(document))
      }
      ${
        count > 0
          ? html`<p class="all">
              <button class="button danger" @click=${() =>
                this.destroy(
                  documents.flatMap(({ notes }) => notes),
                  'すべての資料',
                )}>
                書き込みをすべて完全に消す
              </button>
            </p>`
          : nothing
      }`;
  }

  private paper(document: NotedDocument) {
    const { paper, notes } = document;
    const name = paper ? `${spokenName(paper)}　${paper.title}` : 'いまは見られない資料';
    return html`<section aria-label=${name}>
      <div class="head">
        <div>
          <h2>${name}</h2>
          <p class="meeting">
            ${
              paper
                ? html`${fiscalYearLabel(paper.fiscalYear)}　${paper.meetingTitle}　<span class="whole">${japaneseDate(paper.heldOn)}</span>`
                : '資料は取り下げられましたが、書き込みは残っています。'
            }
          </p>
        </div>
        <div class="acts">
          ${
            paper
              ? html`<a class="button" href=${files.notedPdf(document.documentId)} download>
                  ${icon('download')}書き込みを入れたPDF
                </a>`
              : nothing
          }
          <button class="button quiet danger" @click=${() => this.destroy(notes, name)}>完全に消す</button>
        </div>
      </div>
      <ul class="pages">${pagesOf(document).map((page) => this.page(document, page))}</ul>
    </section>`;
  }

  private page(document: NotedDocument, { page, number, revisionId, isOld, notes }: PageNotes) {
    const name = `${isOld ? '前の版の' : ''}${pageName(page ?? { number, label: null })}`;
    const query = isOld ? { page: number, revision: revisionId } : { page: number };
    return html`<li>
      ${
        page && document.paper
          ? html`<a class="picture" href=${paths.document(document.documentId, query)} aria-label="${name}を開く">
              <note-picture .page=${page} .contents=${notes.map(({ shown }) => shown)}></note-picture>
            </a>`
          : nothing
      }
      <div>
        <h3>${name}</h3>
        ${isOld ? this.lost(document) : nothing}
        <ul class="notes">${notes.map(({ note }) => this.note(note))}</ul>
      </div>
    </li>`;
  }

  private lost({ documentId }: NotedDocument) {
    return html`<p class="lost">差替えで、書いた行が新しい版に見つかりません。前の版のページです。</p>
      <p><a class="button" href=${paths.document(documentId)}>新しい版を開いて、置き場所を選ぶ</a></p>`;
  }

  private note(note: ListedNote) {
    const words = wordsOf(note.content);
    const what = kindNames[note.content.kind];
    return html`<li>
      <p><b>${what}</b>${words ? html`<span class="words">${words}</span>` : nothing}${
        note.lineWords ? html`<span class="line">「${note.lineWords}」のところ</span>` : nothing
      }</p>
      <button class="button quiet" aria-label="${what}「${words || note.lineWords}」を完全に消す" @click=${() => this.destroy([note], what)}>
        消す
      </button>
    </li>`;
  }

  private async destroy(notes: readonly ListedNote[], what: string): Promise<void> {
    const counts = noteKinds
      .map((kind) => ({ kind, count: notes.filter(({ content }) => content.kind === kind).length }))
      .filter(({ count }) => count > 0)
      .map(({ kind, count }) => `${kindNames[kind]}${count}件`)
      .join('、');
    const words = notes.flatMap(({ content }) => wordsOf(content) || []).slice(0, 3);
    const agreed = await confirmAction({
      heading: '書き込みを完全に消しますか？',
      text: `${what}の${counts}が、すべての端末から消えます。${words.length > 0 ? `（${words.join('、')}${notes.length > words.length ? ' など' : ''}）` : ''}元に戻すことはできません。`,
      action: '完全に消す',
      danger: true,
    });
    if (!agreed) return;
    try {
      await deleteNotes(notes.map(({ id }) => id));
      toast(`書き込みを${notes.length}件、完全に消しました。`);
      await this.own.load();
    } catch (error) {
      toast(sentenceOf(error));
    }
  }

  static override styles = [baseSheet, pageSheet, notesPageSheet];
}
customElements.define('notes-page', NotesPage);

/** Those on pages of the version that is shown first, then those that have no place in it. */
function pagesOf({ paper, notes, pages }: NotedDocument): PageNotes[] {
  const placed = notes.map((note) => {
    const isOld = paper !== null && note.place !== 'here' && !note.placement;
    const revisionId = note.placement && paper ? paper.revisionId : note.revisionId;
    const number = note.placement?.page ?? note.page;
    const shown = note.placement ? movedContent(note.content, note.placement) : note.content;
    return { note, shown, isOld, revisionId, number };
  });
  const groups = new Map<string, typeof placed>();
  for (const one of placed) {
    const key = `${one.revisionId} ${one.number}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()]
    .map((group) => {
      const { revisionId, number, isOld } = group[0]!;
      const page = pages.find((one) => one.revisionId === revisionId && one.number === number);
      return { page, number, revisionId, isOld, notes: group };
    })
    .toSorted((a, b) => Number(a.isOld) - Number(b.isOld) || a.number - b.number);
}
