import { css, html, LitElement, nothing } from 'lit';
import type { Document } from '../../../contract/documents.ts';
import { pageName } from '../../../domain/meetings/page-name.ts';
import { files } from '../../client/paths.ts';
import { icon } from '../../ui/icons.ts';
import { Printing } from '../../ui/printing.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import '../../ui/ui-dialog.ts';

/** Prints the page that is open as its picture, by its button or the browser's own; leads to the whole file, which the browser prints by itself. */
export class PrintDialog extends LitElement {
  static override properties = { document: { attribute: false }, page: { type: Number } };
  declare document: Document;
  declare page: number;
  private readonly printing = new Printing(this);

  async show(): Promise<void> {
    await this.renderRoot.querySelector('ui-dialog')?.show();
  }

  private async printPage(): Promise<void> {
    this.renderRoot.querySelector('ui-dialog')?.close();
    this.printing.begin();
    await this.updateComplete;
    await this.renderRoot.querySelector('img')?.decode();
    // a tablet goes on before it has printed: afterprint takes the picture away
    window.print();
  }

  override render() {
    const { revision, pages } = this.document;
    const page = pages[this.page - 1];
    return html`<ui-dialog heading="印刷する">
        <div class="ways">
          ${
            page
              ? html`<button class="button" @click=${this.printPage}>${icon('print')}${pageName(page)}だけを印刷する</button>`
              : nothing
          }
          <a class="button" href=${files.pdf(revision.id)} target="_blank">${icon('file')}全部を印刷する（PDFを開く）</a>
        </div>
        <p>全部を印刷するときは、開いたPDFの画面で「印刷」を選んでください。</p>
      </ui-dialog>
      ${this.printing.now ? this.picture() : nothing}`;
  }

  /** That which the reader shows, so that it is there at once. */
  private picture() {
    const { revision, pages } = this.document;
    const page = pages[this.page - 1];
    const address = files.picture(revision.id, this.page, 'large', page?.pictures);
    return html`<img class=${page && page.width > page.height ? 'lying' : ''} src=${address} alt="" decoding="sync" />`;
  }

  static override styles = [
    baseSheet,
    css`
      .ways {
        display: grid;
        gap: 0.75rem;
        margin-bottom: 1rem;
      }
      img {
        display: none;
      }
      @media print {
        img {
          display: block;
          page: sheet;
          width: 100%;
          max-height: 100vh;
          object-fit: contain;
          background: var(--color-neutral-white);
        }
        .lying {
          page: lying;
        }
      }
    `,
  ];
}
customElements.define('print-dialog', PrintDialog);

declare global {
  interface HTMLElementTagNameMap {
    'print-dialog': PrintDialog;
  }
}
