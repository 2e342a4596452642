import { css, html, LitElement, nothing } from 'lit';
import type { RevisionState } from '../../../contract/documents.ts';
import { versionName } from '../../../domain/meetings/document.ts';
import { type NumberedPage, pageName } from '../../../domain/meetings/page-name.ts';
import { paths } from '../../client/paths.ts';
import { fire } from '../../ui/events.ts';
import { icon } from '../../ui/icons.ts';
import { baseSheet } from '../../ui/sheets/base.ts';

/** More would not be looked at one by one. */
const mostPages = 8;

/**
 * 差替え: says to a member who had read an earlier version that this is another, and on which pages it changed.
 * @fires page-chosen for one of them. @fires notice-closed when a person closes it.
 */
export class ReplacementLine extends LitElement {
  static override properties = {
    documentId: { type: Number },
    revision: { type: Number },
    seen: { attribute: false },
    file: { attribute: false },
    pages: { attribute: false },
    page: { type: Number },
    count: { attribute: false },
  };
  declare documentId: number;
  /** Id of the version that is read. */
  declare revision: number;
  /** The version that was seen before. */
  declare seen: RevisionState;
  /** All pages of the file. */
  declare file: readonly NumberedPage[];
  /** Numbers of the pages on which something changed. */
  declare pages: readonly number[];
  /** The one that is open. */
  declare page: number;
  /** How many things changed; null while that is not known. */
  declare count: number | null;

  override render() {
    const { documentId: id, revision, seen } = this;
    const query = { revision, otherRevision: seen.id };
    return html`<div class="line">
      <p>前にご覧になった<span class="whole">${versionName(seen)}から、</span>${this.counted()}</p>
      ${this.count ? this.pageButtons() : nothing}
      <div class="ways">
        ${this.count === 0 ? nothing : html`<a href=${paths.changes(id, id, query)}>一覧で見る</a>`}
        <a href=${paths.beside(id, id, query)}>前の版と並べて見る</a>
      </div>
      <button
        class="button quiet close"
        aria-label="このお知らせを閉じる"
        @click=${() => fire(this, 'notice-closed')}
      >
        ${icon('close')}
      </button>
    </div>`;
  }

  private counted(): string {
    if (this.count === null) return '差し替えられました。';
    if (this.count === 0) return '言葉と数値は変わっていません。';
    return `${this.count.toLocaleString()}か所変わりました。`;
  }

  private pageButtons() {
    const { pages, page } = this;
    return html`<div class="pages" role="group" aria-label="変わったページ">
      <span aria-hidden="true">変わったページ</span>
      ${pages.slice(0, mostPages).map(
        (one) =>
          html`<button
            class="button"
            aria-label=${this.nameOf(one)}
            aria-current=${one === page ? 'page' : 'false'}
            @click=${() => fire(this, 'page-chosen', { page: one })}
          >
            ${this.file[one - 1]?.label ?? this.nameOf(one)}
          </button>`,
      )}
      ${pages.length > mostPages ? html`<span>ほか${pages.length - mostPages}ページ</span>` : nothing}
    </div>`;
  }

  private nameOf(number: number): string {
    return pageName(this.file[number - 1] ?? { number, label: null });
  }

  static override styles = [
    baseSheet,
    css`
      .line,
      .pages,
      .ways {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
      }
      .line {
        position: relative;
        gap: 0 1.5rem;
        padding: 0.25rem 3.5rem 0.25rem 1rem;
        background: var(--color-key-weak);
      }
      .whole {
        display: inline-block;
      }
      .pages {
        gap: 0.25rem;
      }
      .pages .button {
        min-width: var(--target);
        min-height: var(--target);
        padding: 0 0.5rem;
      }
      .ways {
        gap: 0 1rem;
      }
      @container (max-width: 40rem) {
        .pages {
          flex-wrap: nowrap;
          max-width: 100%;
          /* what is still to come shows at the edge */
          padding-right: 2.5rem;
          mask-image: linear-gradient(to right, #000 calc(100% - 2.5rem), transparent);
          overflow-x: auto;
          white-space: nowrap;
        }
        .pages .button {
          flex: none;
        }
      }
      [aria-current='page'] {
        border-width: 3px;
        font-weight: 700;
      }
      a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
      }
      .close {
        position: absolute;
        top: 0;
        right: 0;
        min-width: var(--target);
        padding: 0;
        background: none;
      }
    `,
  ];
}
customElements.define('replacement-line', ReplacementLine);

declare global {
  interface HTMLElementTagNameMap {
    'replacement-line': ReplacementLine;
  }
}
