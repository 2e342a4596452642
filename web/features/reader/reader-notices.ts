import { css, html, LitElement, nothing } from 'lit';
import type { Document, RevisionState } from '../../../contract/documents.ts';
import type { NumberedPage } from '../../../domain/meetings/page-name.ts';
import { paths } from '../../client/paths.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import './replacement-line.ts';
import { versionName } from '../../../domain/meetings/document.ts';
import { fire } from '../../ui/events.ts';

/** What a replacement changed: since which version, on which pages (numbers in the file), how much (null: not known yet). */
export interface Replaced {
  readonly seen: RevisionState;
  readonly pages: readonly number[];
  readonly count: number | null;
}

/**
 * What is to be known of the version that is read, a quiet line each: a newer one is there, it is an earlier one, what a
 * replacement changed, that the line is broken.
 * @fires newest-asked @fires notice-closed @fires retry @fires page-chosen
 */
export class ReaderNotices extends LitElement {
  static override properties = {
    document: { attribute: false },
    page: { type: Number },
    newest: { attribute: false },
    replaced: { attribute: false },
    offline: { type: Boolean },
  };
  declare document: Document;
  declare page: number;
  /** A version that came while this one was read; null where there is none. */
  declare newest: RevisionState | null;
  declare replaced: Replaced | null;
  declare offline: boolean;

  override render() {
    return html`<div role="status">${this.newest ? this.newer(this.newest) : nothing}</div>
      ${this.version()}
      ${
        this.offline
          ? html`<p class="line warning" role="status">
              通信が途切れています。読み込み済みのページは、このままご覧になれます。
              <button class="button" @click=${() => fire(this, 'retry')}>もう一度試す</button>
            </p>`
          : nothing
      }`;
  }

  private newer(newest: RevisionState) {
    return html`<p class="line">
      <span>この資料は差し替えられました。新しい版（${versionName(newest)}）があります。</span>
      <button class="button" @click=${() => fire(this, 'newest-asked')}>新しい版を見る</button>
    </p>`;
  }

  private version() {
    const { document, replaced } = this;
    const { revision, newestRevisionId, id } = document;
    if (this.newest) return nothing;
    if (revision.id !== newestRevisionId)
      return html`<p class="line warning">
        差し替えられる前の版（${versionName(revision)}）です。<a href=${paths.document(id)}>最新の版を見る</a>
      </p>`;
    if (!replaced) return nothing;
    const file: readonly NumberedPage[] = document.pages;
    return html`<replacement-line
      .documentId=${id}
      .revision=${revision.id}
      .seen=${replaced.seen}
      .file=${file}
      .pages=${replaced.pages}
      .page=${this.page}
      .count=${replaced.count}
    ></replacement-line>`;
  }

  static override styles = [
    baseSheet,
    css`
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 0.75rem;
        padding: 0.25rem 1rem;
        background: var(--color-key-weak);
      }
      .line a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
      }
      .line .button {
        min-height: var(--target);
      }
      .line.warning {
        background: var(--color-warning-weak);
      }
    `,
  ];
}
customElements.define('reader-notices', ReaderNotices);

declare global {
  interface HTMLElementTagNameMap {
    'reader-notices': ReaderNotices;
  }
}
