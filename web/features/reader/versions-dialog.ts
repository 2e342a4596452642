import { css, html, LitElement } from 'lit';
import type { Document, RevisionState } from '../../../contract/documents.ts';
import { versionName } from '../../../domain/meetings/document.ts';
import { paths } from '../../client/paths.ts';
import { icon } from '../../ui/icons.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import '../../ui/ui-dialog.ts';

/** The versions of a document: each to be read, or to stand beside the one that is open. */
export class VersionsDialog extends LitElement {
  static override properties = { document: { attribute: false }, page: { type: Number } };
  declare document: Document;
  /** The one that is open. */
  declare page: number;

  async show(): Promise<void> {
    await this.renderRoot.querySelector('ui-dialog')?.show();
  }

  close(): void {
    this.renderRoot.querySelector('ui-dialog')?.close();
  }

  override render() {
    return html`<ui-dialog heading="この資料の版">
      <ul>${this.document.revisions.map((one) => this.version(one))}</ul>
    </ui-dialog>`;
  }

  private version(one: RevisionState) {
    const { id, revision, newestRevisionId } = this.document;
    const name = versionName(one);
    const newest = one.id === newestRevisionId ? '（いちばん新しい版）' : '';
    if (one.id === revision.id) return html`<li><p><b>${name}</b>${newest}　いま見ている版です</p></li>`;
    const query = { revision: revision.id, otherRevision: one.id, page: this.page };
    return html`<li>
      <p><b>${name}</b>${newest}</p>
      <div class="ways">
        <a class="button" href=${newest ? paths.document(id) : paths.document(id, { revision: one.id })}>${name}を見る</a>
        <a class="button" href=${paths.beside(id, id, query)}>${icon('beside')}${name}を並べて見る</a>
        <a class="button quiet" href=${paths.changes(id, id, query)}>変わったところの一覧</a>
      </div>
    </li>`;
  }

  static override styles = [
    baseSheet,
    css`
      li {
        display: grid;
        gap: 0.5rem;
        padding: 0.75rem 0;
        border-top: 1px solid var(--color-line-weak);
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
    `,
  ];
}
customElements.define('versions-dialog', VersionsDialog);

declare global {
  interface HTMLElementTagNameMap {
    'versions-dialog': VersionsDialog;
  }
}
