import { html, LitElement, nothing } from 'lit';
import type { DocumentSummary } from '../../../contract/documents.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import { markBeforeTitle, versionName } from '../../../domain/meetings/document.ts';
import { files, paths } from '../../client/paths.ts';
import { icon } from '../../ui/icons.ts';
import { phrased } from '../../ui/phrased.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { documentCardSheet } from './document-card.styles.ts';

const newsWords = { added: '新しい資料', replaced: '新しい版' } as const;

/** One document of a meeting: its first page in small, its mark and title, and the way beside an earlier year's. */
export class DocumentCard extends LitElement {
  static override properties = { document: { attribute: false }, fiscalYear: { type: Number } };
  declare document: DocumentSummary;
  /** Of the meeting: a paper of another year says so. */
  declare fiscalYear: number;

  override render() {
    const { document } = this;
    const mark = markBeforeTitle(document);
    return html`<article>
      <a class="open" href=${paths.document(document.id)}>
        ${this.picture()}
        <span class="words">
          ${mark ? html`<span class="mark">${mark}</span>` : nothing}
          <span class="title">${phrased(document.title)}</span>
          <span class="about">${this.about()}</span>
        </span>
        ${icon('forward')}
      </a>
      ${this.besideLink(mark || document.title)}
    </article>`;
  }

  private picture() {
    const { revision } = this.document;
    const drawn = revision.state !== 'failed' && revision.pagesDone > 0;
    return html`<span class="picture">
      ${drawn ? html`<img src=${files.picture(revision.id, 1, 'small', revision.cover)} alt="" loading="lazy" decoding="async" />` : icon('file')}
    </span>`;
  }

  private about() {
    const { revision, fiscalYear, news, noteCount } = this.document;
    const year =
      fiscalYear === this.fiscalYear ? nothing : html`<span class="chip">${fiscalYearLabel(fiscalYear)}</span>`;
    const fresh = news ? html`<span class="chip fresh">${newsWords[news]}</span>` : nothing;
    const notes = noteCount > 0 ? html`<span class="chip">書き込み${noteCount}件</span>` : nothing;
    const pages = revision.pageCount === null ? nothing : `全${revision.pageCount}枚`;
    const replaced = revision.number > 1 ? html`<span class="chip">差替え（${versionName(revision)}）</span>` : nothing;
    if (revision.state === 'failed')
      return html`${year}${replaced}<span class="chip warning">読み取れませんでした。事務局にお問い合わせください</span>`;
    if (revision.state === 'ready') return html`${fresh}${pages}${year}${replaced}${notes}`;
    return html`${pages}${year}${replaced}<span class="chip">準備しています…</span>`;
  }

  private besideLink(name: string) {
    const { counterpart, id, fiscalYear } = this.document;
    if (!counterpart) return nothing;
    const words = `${counterpartName(counterpart.fiscalYear, fiscalYear)}の資料と並べる`;
    return html`<a class="beside" href=${paths.beside(id, counterpart.documentId)} aria-label="${name}を${words}"
      >${icon('beside')}<span>${words}</span></a
    >`;
  }

  static override styles = [baseSheet, documentCardSheet];
}
customElements.define('document-card', DocumentCard);

/** Of two meetings in one year the counterpart is the earlier one's. */
function counterpartName(its: number, own: number): string {
  if (its === own) return '前の会議';
  return its === own - 1 ? `昨年（${fiscalYearLabel(its)}）` : fiscalYearLabel(its);
}

declare global {
  interface HTMLElementTagNameMap {
    'document-card': DocumentCard;
  }
}
