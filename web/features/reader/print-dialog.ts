import { css, html, LitElement, nothing } from 'lit';
import type { Document } from '../../../contract/documents.ts';
import { pageName } from '../../../domain/meetings/page-name.ts';
import { files } from '../../client/paths.ts';
import { icon } from '../../ui/icons.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import '../../ui/ui-dialog.ts';

/** Prints the page that is open as its picture, or leads to the whole file, which the browser prints by itself. */
export class PrintDialog extends LitElement {
  static override properties = { document: { attribute: false }, page: { type: Number }, printed: { state: true } };
  declare document: Document;
  declare page: number;
  /** The picture that stands on the paper; null while nothing is printed. */
  declare private printed: string | null;

  constructor() {
    super();
    this.printed = null;
  }

  async show(): Promise<void> {
    await this.renderRoot.querySelector('ui-dialog')?.show();
  }

  private async printPage(): Promise<void> {
    this.renderRoot.querySelector('ui-dialog')?.close();
    this.printed = files.picture(this.document.revision.id, this.page, 'large');
    await this.updateComplete;
    await this.renderRoot.querySelector('img')?.decode();
    window.print();
    this.printed = null;
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
      ${this.printed ? html`<img src=${this.printed} alt="" />` : nothing}`;
  }

  static override styles = [
    baseSheet,
    css`
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: 0.75rem;
      }
      img {
        display: none;
      }
      @media print {
        img {
          display: block;
          position: absolute;
          inset: 0;
          width: 100%;
          max-height: 100vh;
          object-fit: contain;
          background: var(--color-neutral-white);
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
