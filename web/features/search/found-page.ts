import { css, html, LitElement, nothing } from 'lit';
import type { FoundPage as Found, HitLine } from '../../../contract/search.ts';
import { pageName } from '../../../domain/meetings/page-name.ts';
import { files, paths } from '../../client/paths.ts';
import { icon } from '../../ui/icons.ts';
import { baseSheet } from '../../ui/sheets/base.ts';

const mostLines = 4;

/** A page on which words stand: its picture with the lines marked, and the lines themselves. */
export class FoundPage extends LitElement {
  static override properties = {
    found: { attribute: false },
    words: {},
    documentId: { type: Number },
    revisionId: { type: Number },
  };
  declare found: Found;
  /** What was searched for: the paper opens with it. */
  declare words: string;
  declare documentId: number;
  declare revisionId: number;

  override render() {
    const { page, lines, label, isRecognised } = this.found;
    const name = pageName({ number: page, label });
    return html`<article>
      <a class="open" href=${paths.document(this.documentId, { page, words: this.words })}>
        ${this.picture()}
        <span class="number">${name}</span>
      </a>
      <ul>
        ${isRecognised ? html`<li class="weak">画像から機械が読み取った文字です。誤りが含まれます。</li>` : nothing}
        ${lines.slice(0, mostLines).map((line) => html`<li>${this.line(line)}</li>`)}
        ${lines.length > mostLines ? html`<li class="weak">ほかに${lines.length - mostLines}か所</li>` : nothing}
      </ul>
    </article>`;
  }

  private picture() {
    const { page, width, height, lines } = this.found;
    return html`<span class="picture" .style=${`aspect-ratio:${width}/${height}`}>
      <img src=${files.picture(this.revisionId, page, 'small')} alt="" loading="lazy" decoding="async" />
      ${lines.map(({ box: [left = 0, top = 0, right = 0, bottom = 0] }) => {
        const percent = (part: number, whole: number) => `${(100 * part) / whole}%`;
        const place = [
          `left:${percent(left, width)}`,
          `top:${percent(top, height)}`,
          `width:${percent(right - left, width)}`,
          `height:${percent(bottom - top, height)}`,
        ];
        // as a property: an attribute would need a wider Content-Security-Policy
        return html`<span class="mark" .style=${place.join(';')}></span>`;
      })}
    </span>`;
  }

  private line({ text, marks, row }: HitLine) {
    return html`<span class="text">${markedParts(text, marks).map(({ part, marked }) => (marked ? html`<mark>${part}</mark>` : part))}</span>
      ${
        row === null
          ? nothing
          : html`<a class="years" href=${paths.years(this.documentId, { page: this.found.page, line: row })}
              >${icon('changes')}年ごとの推移</a
            >`
      }`;
  }

  static override styles = [
    baseSheet,
    css`
      article {
        display: grid;
        grid-template-columns: 8rem minmax(0, 1fr);
        gap: 1rem;
        padding: 1rem 0;
        border-top: 1px solid var(--color-line-weak);
      }
      .open {
        display: grid;
        align-content: start;
        gap: 0.25rem;
        /* also before its picture is there */
        min-height: 2.75rem;
        text-align: center;
      }
      .picture {
        position: relative;
        display: block;
        max-height: 11rem;
        margin: 0 auto;
        border: 1px solid var(--color-line-weak);
        background: var(--color-neutral-white);
        max-width: 100%;
      }
      img {
        display: block;
        width: 100%;
        height: 100%;
      }
      .mark {
        position: absolute;
        /* a line of print is a pixel high here */
        min-height: 0.5rem;
        transform: translateY(-0.1875rem);
        background: var(--color-primitive-yellow-300);
        mix-blend-mode: multiply;
        outline: 1px solid var(--color-warning);
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0 1rem;
        padding: 0.25rem 0;
      }
      .text {
        overflow-wrap: anywhere;
      }
      mark {
        background: var(--color-primitive-yellow-200);
        color: inherit;
        font-weight: 700;
      }
      .years {
        display: inline-flex;
        align-items: center;
        gap: 0.375rem;
        min-height: var(--target);
        white-space: nowrap;
      }
      .weak {
        color: var(--color-text-weak);
      }
      .number {
        white-space: nowrap;
      }
      @container (max-width: 30rem) {
        article {
          grid-template-columns: 5.5rem minmax(0, 1fr);
        }
      }
    `,
  ];
}
customElements.define('found-page', FoundPage);

/** The text in parts, those that were searched for marked. `marks` are in order and apart. */
export function markedParts(text: string, marks: readonly { readonly from: number; readonly to: number }[]) {
  const parts: { part: string; marked: boolean }[] = [];
  let end = 0;
  for (const { from, to } of marks) {
    if (from > end) parts.push({ part: text.slice(end, from), marked: false });
    if (to > Math.max(from, end)) parts.push({ part: text.slice(Math.max(from, end), to), marked: true });
    end = Math.max(end, to);
  }
  if (end < text.length) parts.push({ part: text.slice(end), marked: false });
  return parts;
}

declare global {
  interface HTMLElementTagNameMap {
    'found-page': FoundPage;
  }
}
