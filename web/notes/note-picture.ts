import { css, html, LitElement, nothing, svg } from 'lit';
import type { NotedPage } from '../../contract/notes.ts';
import { extentOf, isStroke, type NoteContent } from '../../domain/notes/note.ts';
import { inks, strokePath } from '../../domain/notes/stroke-path.ts';
import { files } from '../client/paths.ts';
import { baseSheet } from '../ui/sheets/base.ts';

/** A page in small with what was written on it. */
export class NotePicture extends LitElement {
  static override properties = { page: { attribute: false }, contents: { attribute: false } };
  declare page: NotedPage;
  declare contents: readonly NoteContent[];

  override render() {
    const { revisionId, number, width, height, pictures } = this.page;
    return html`<img src=${files.picture(revisionId, number, 'small', pictures)} alt="" loading="lazy"
        .style=${`aspect-ratio: ${width} / ${height}`} />
      <svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
        ${this.contents.map((content) => this.drawn(content))}
      </svg>`;
  }

  private drawn(content: NoteContent) {
    const { width } = this.page;
    if (isStroke(content)) {
      const [path, color] = [strokePath(content, this.page), inks[content.color]];
      return content.kind === 'pen'
        ? svg`<path d=${path} fill=${color} />`
        : svg`<path class="marker" d=${path} stroke=${color} stroke-width=${content.width * width} />`;
    }
    if (content.kind === 'bookmark') return svg`<path class="bookmark" d="M${width - 60} 0h36v60l-18-14-18 14z" />`;
    const [x, y] = extentOf(content, this.page);
    return content.words ? svg`<rect class="text" x=${x} y=${y} width="40" height="32" rx="4" />` : nothing;
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        display: block;
        position: relative;
        overflow: hidden;
      }
      img {
        display: block;
        width: 100%;
      }
      svg {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        stroke: none;
      }
      .marker {
        fill: none;
        mix-blend-mode: multiply;
        opacity: 0.55;
      }
      .bookmark {
        fill: #d1001f;
      }
      .text {
        fill: #ffe66b;
        stroke: var(--color-warning);
        stroke-width: 2;
      }
    `,
  ];
}
customElements.define('note-picture', NotePicture);

declare global {
  interface HTMLElementTagNameMap {
    'note-picture': NotePicture;
  }
}
