import { css, html, LitElement, nothing } from 'lit';
import type { DocumentSummary } from '../../../../contract/documents.ts';
import { fiscalYearLabel } from '../../../../domain/japanese/fiscal-year.ts';
import { documentName, markBeforeTitle, opennessNames } from '../../../../domain/meetings/document.ts';
import { endingOf } from '../../../../domain/meetings/office-format.ts';
import { files, paths } from '../../../client/paths.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-menu.ts';
import type { MenuItem } from '../../../ui/ui-menu.ts';
import '../../../ui/ui-progress.ts';
import { versionName } from '../../../../domain/meetings/document.ts';
import { fire } from '../../../ui/events.ts';
import { officeSheet } from '../office-sheet.ts';
import { lossText, processedPart, processingText, revisionFace, sizeText } from './revision-face.ts';
import { yearWithSource } from './year-choices.ts';

export type DocumentAction = 'edit' | 'replace' | 'withdraw' | 'retry' | 'take-back' | 'other-name';

/**
 * A document in the secretariat's list. `live` is whether its meeting is published. Slot `move`: the buttons that
 * reorder. `underway`: how far it is read is shown elsewhere.
 * @fires document-action with what a person wants done.
 */
export class OfficeDocumentCard extends LitElement {
  static override properties = {
    document: { attribute: false },
    agendaTitle: { attribute: false },
    live: { type: Boolean },
    underway: { type: Boolean },
  };
  declare document: DocumentSummary;
  declare agendaTitle: string;
  declare live: boolean;
  declare underway: boolean;

  constructor() {
    super();
    this.agendaTitle = '';
    this.live = false;
    this.underway = false;
  }

  private act(action: DocumentAction): () => void {
    return () => fire(this, 'document-action', action);
  }

  override render() {
    const { document } = this;
    const { revision } = document;
    const face = revisionFace(revision, this.live);
    return html`
      <slot name="move"></slot>
      <div class="body">
        <div class="line">
          <h3>${this.heading(document)}</h3>
          <span class="chip ${face.tone}">${face.label}</span>
        </div>
        ${this.proposal(document)}
        ${this.progress()}
        <p class="weak">
          ${revision.pageCount === null ? nothing : html`${revision.pageCount}ページ　`}${sizeText(revision.byteSize)}　${revision.fileName}${revision.number > 1 ? `　${versionName(revision)}` : nothing}
        </p>
        <p class="weak">
          年度：${yearWithSource(document)}　${this.agendaTitle ? `協議事項：${this.agendaTitle}` : '協議事項：なし'}　市民への公開：${opennessNames[document.openness]}
        </p>
        ${this.counterpart(document)}
        ${
          this.live && !revision.published && revision.number > 1
            ? html`<p class="before">公開するまで、委員にはいま公開している版が見えます。</p>`
            : nothing
        }
      </div>
      <div class="actions">
        <button class="button quiet" aria-label="${documentName(document)}を編集" @click=${this.act('edit')}>編集</button>
        <button class="button quiet" aria-label="${documentName(document)}の差替え" @click=${this.act('replace')}>差替え</button>
        <ui-menu label=${documentName(document)} .items=${this.menu(document)}></ui-menu>
      </div>
    `;
  }

  private menu(document: DocumentSummary): MenuItem[] {
    const { id, counterpart, revision } = document;
    const see = { label: '委員の画面で確かめる', href: `${paths.document(id)}?preview` };
    const beside = counterpart && {
      label: `${fiscalYearLabel(counterpart.fiscalYear)}と並べて確かめる`,
      href: `${paths.beside(id, counterpart.documentId)}?preview`,
    };
    const pdf = {
      label: revision.conversion ? 'PDFを保存する' : '元のPDFを保存する',
      href: files.download(revision.id),
    };
    const original = {
      label: `元のファイル（${endingOf(revision.fileName)}）を保存する`,
      href: files.original(revision.id),
    };
    const save = [...(revision.conversion === 'waiting' ? [] : [pdf]), ...(revision.conversion ? [original] : [])];
    const withdraw = { label: '取下げ', danger: true, run: this.act('withdraw') };
    const takeBack = { label: '版の完全な取り消し', danger: true, run: this.act('take-back') };
    return [...(isReadable(document) ? [see, ...(beside ? [beside] : [])] : []), ...save, withdraw, takeBack];
  }

  private heading(document: DocumentSummary) {
    const mark = markBeforeTitle(document);
    const text = html`${mark ? html`<span class="mark">${mark}</span>` : nothing}${document.title}`;
    return isReadable(document)
      ? html`<a href="${paths.document(document.id)}?preview" target="_blank">${text}</a>`
      : text;
  }

  /** What nobody has typed is marked as proposed, and the other proposal is a tap away. */
  private proposal({ nameSource, otherName }: DocumentSummary) {
    const words = nameSource === null ? '' : nameWords[nameSource];
    if (!otherName) return words ? html`<p class="weak">${words}</p>` : nothing;
    return html`<p class="proposal">
      <span class="weak">${words}</span>
      <span>${nameSource === 'file_name' ? '１ページ目には' : 'ほかの案は'}「${documentName(otherName)}」</span>
      <button
        class="button quiet"
        aria-label="こちらにする：${documentName(otherName)}"
        @click=${this.act('other-name')}
      >
        こちらにする
      </button>
    </p>`;
  }

  private progress() {
    const { revision } = this.document;
    if (revision.state === 'failed')
      return html`<div class="failure" role="alert">
        <p>${revision.failure ?? 'このファイルは読み取れませんでした。元のファイルを確かめて、差し替えてください。'}</p>
        <button class="button quiet" @click=${this.act('retry')}>もう一度読み取る</button>
      </div>`;
    if (revision.state === 'ready') return this.loss();
    if (this.underway) return nothing;
    return html`<ui-progress label="${documentName(this.document)}の読み取り" .value=${processedPart(revision)}>
      ${processingText(revision)}
    </ui-progress>`;
  }

  private loss() {
    const text = lossText(this.document.revision);
    return text ? html`<p class="loss" role="alert">${text}</p>` : nothing;
  }

  private counterpart({ id, kind, counterpart }: DocumentSummary) {
    if (kind === 'minutes')
      return html`<p class="weak">委員の画面では、資料と分けて「議事録」として示します。次の会議の画面にも出ます。</p>`;
    if (!counterpart) return html`<p class="weak">前の年度の資料：つながっていません</p>`;
    return html`<p class="weak">
      前の年度の資料：<a class="target" href="${paths.beside(id, counterpart.documentId)}?preview" target="_blank"
        >${fiscalYearLabel(counterpart.fiscalYear)}と並べて確かめる</a
      >${comparedText(counterpart.compared)}
    </p>`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    css`
      :host {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: start;
        gap: 0.5rem 1rem;
        padding: 1rem 0;
      }
      .body {
        display: grid;
        gap: 0.25rem;
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.25rem 1rem;
      }
      h3 {
        flex: 1 1 16rem;
      }
      h3 a {
        display: inline-block;
        min-width: var(--target);
        min-height: var(--target);
        padding-block: 0.5rem;
      }
      .mark {
        margin-right: 0.75rem;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      .proposal {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem 0.75rem;
      }
      .failure {
        display: grid;
        justify-items: start;
        gap: 0.5rem;
        color: var(--color-error);
      }
      .loss,
      .before {
        color: var(--color-warning);
        font-weight: 700;
      }
      @container (max-width: 60rem) {
        :host {
          grid-template-columns: auto minmax(0, 1fr);
        }
        .actions {
          grid-column: 1 / -1;
          justify-content: end;
        }
      }
      @container (max-width: 40rem) {
        :host {
          grid-template-columns: minmax(0, 1fr);
        }
        slot[name='move'] {
          display: block;
          order: 2;
        }
        .actions {
          order: 3;
          justify-content: start;
        }
      }
      @media print {
        .actions,
        slot[name='move'] {
          display: none;
        }
      }
    `,
  ];
}

const nameWords: Record<NonNullable<DocumentSummary['nameSource']>, string> = {
  file_name: '番号と題名：ファイル名からの案',
  first_page: '番号と題名：１ページ目からの案',
  official: '',
};

function isReadable({ revision }: DocumentSummary): boolean {
  return revision.state === 'ready' || revision.pagesDone > 0;
}

/** Nothing where it is done, or not begun. */
function comparedText(state: NonNullable<DocumentSummary['counterpart']>['compared']): string {
  if (state === 'waiting' || state === 'processing') return '　同じ行を調べています…';
  return state === 'failed' ? '　同じ行を調べられませんでした。並べた画面で、もう一度調べられます。' : '';
}

customElements.define('office-document-card', OfficeDocumentCard);

declare global {
  interface PortalEvents {
    'document-action': DocumentAction;
  }
  interface HTMLElementTagNameMap {
    'office-document-card': OfficeDocumentCard;
  }
}
