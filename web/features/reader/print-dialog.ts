import { css, html, LitElement, nothing } from 'lit';
import type { Document } from '../../../contract/documents.ts';
import { pageName } from '../../../domain/meetings/page-name.ts';
import { files } from '../../client/paths.ts';
import { icon } from '../../ui/icons.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import '../../ui/ui-dialog.ts';

/** Prints the page that is open as its picture, by its button or the browser's own; leads to the whole file, which the browser prints by itself. */
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

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.layPage);
    window.addEventListener('afterprint', this.takePage);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.layPage);
    window.removeEventListener('afterprint', this.takePage);
  }

  /** The picture that the reader shows, so that it is there at once. */
  private readonly layPage = (): void => {
    const { revision, pages } = this.document;
    this.printed = files.picture(revision.id, this.page, 'large', pages[this.page - 1]?.pictures);
  };

  private readonly takePage = (): void => {
    this.printed = null;
  };

  async show(): Promise<void> {
    await this.renderRoot.querySelector('ui-dialog')?.show();
  }

  private async printPage(): Promise<void> {
    this.renderRoot.querySelector('ui-dialog')?.close();
    this.layPage();
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
      ${this.printed ? html`<img class=${page && page.width > page.height ? 'lying' : ''} src=${this.printed} alt="" decoding="sync" />` : nothing}`;
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
