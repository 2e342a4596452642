import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { RegisterCell } from '../../../contract/register.ts';
import { pageName } from '../../../domain/meetings/page-name.ts';
import { documentReading } from '../../client/document-reading.ts';
import { files } from '../../client/paths.ts';
import { baseSheet } from '../../ui/sheets/base.ts';

/** Points around a marked value. */
const room = 3;

interface Mark {
  readonly page: number;
  readonly box: readonly number[];
}

/** The page that an initiative was read from, with the places of its values marked. */
export class PagePlace extends LitElement {
  static override properties = { cell: { attribute: false } };
  declare cell: RegisterCell;
  private readonly document = documentReading(this, () => ({
    id: this.cell.documentId,
    revision: this.cell.revisionId,
  }));

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('cell')) return;
    this.document.clear();
    void this.document.load();
  }

  /** Of the page in points; null until it is known. */
  private get size(): { width: number; height: number } | null {
    return this.document.value?.pages[this.page - 1] ?? null;
  }

  private get marks(): readonly Mark[] {
    const { target, result, state, effect } = this.cell;
    return [target, result, state, effect].filter((value) => value !== null);
  }

  /** Where most of it stands. */
  private get page(): number {
    return this.marks[0]?.page ?? this.cell.page;
  }

  override render() {
    const { size, cell, page } = this;
    if (!size) return nothing;
    const marks = this.marks.filter((mark) => mark.page === page);
    const top = Math.max(0, Math.min(...marks.map(({ box }) => box[1]!), size.height) - 60);
    return html`<figure>
      <div class="window" tabindex="0" role="region" aria-label="資料のページ">
        <div class="sheet">
          <img
            src=${files.picture(cell.revisionId, page, 'large')}
            alt="資料の${pageName({ number: page, label: this.document.value?.pages[page - 1]?.label ?? null })}。読み取ったところに印があります。"
            @load=${(event: Event) => this.showPlace(event, top / size.height)}
          />
          ${marks.map(() => html`<span class="mark"></span>`)}
        </div>
      </div>
      <figcaption>印のところから読み取りました。</figcaption>
    </figure>`;
  }

  // Set here and not in the template: the Content-Security-Policy forbids style attributes.
  override updated(): void {
    const { size, page } = this;
    if (!size) return;
    this.renderRoot.querySelector<HTMLElement>('.sheet')!.style.aspectRatio = `${size.width} / ${size.height}`;
    const spans = this.renderRoot.querySelectorAll<HTMLElement>('.mark');
    for (const [index, { box }] of this.marks.filter((mark) => mark.page === page).entries()) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = box;
      const { style } = spans[index]!;
      style.left = `${(100 * (x0 - room)) / size.width}%`;
      style.top = `${(100 * (y0 - room)) / size.height}%`;
      style.width = `${(100 * (x1 - x0 + 2 * room)) / size.width}%`;
      style.height = `${(100 * (y1 - y0 + 2 * room)) / size.height}%`;
    }
  }

  private showPlace(event: Event, part: number): void {
    const image = event.target as HTMLElement;
    this.renderRoot.querySelector('.window')!.scrollTop = part * image.offsetHeight;
  }

  static override styles = [
    baseSheet,
    css`
      figure {
        margin: 0;
      }
      .window {
        max-height: min(22rem, 40dvh);
        overflow: auto;
        border: 1px solid var(--color-line);
        border-radius: var(--border-radius-8);
      }
      .sheet {
        position: relative;
        background: var(--color-ground-weak);
      }
      img {
        display: block;
        width: 100%;
        height: 100%;
      }
      .mark {
        position: absolute;
        outline: 2px solid var(--color-key);
        outline-offset: 1px;
      }
      figcaption {
        color: var(--color-text-weak);
      }
    `,
  ];
}
customElements.define('page-place', PagePlace);

declare global {
  interface HTMLElementTagNameMap {
    'page-place': PagePlace;
  }
}
