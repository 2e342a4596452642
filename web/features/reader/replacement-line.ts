import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Document } from '../../../contract/documents.ts';
import { withDigits } from '../../../domain/japanese/numerals.ts';
import { ComparisonWatch } from '../../client/comparison-watch.ts';
import { paths } from '../../client/paths.ts';
import { icon } from '../../ui/icons.ts';
import { baseSheet } from '../../ui/sheets/base.ts';

/** 差替え: says to a member who had read an earlier version that this is another, and how much of it changed. */
export class ReplacementLine extends LitElement {
  static override properties = { document: { attribute: false }, dismissed: { state: true } };
  declare document: Document;
  declare private dismissed: boolean;
  /** The version that was seen stays so, although reading goes on in this one. */
  private seen: number | null = null;
  private shownRevision = 0;
  private readonly watch = new ComparisonWatch(() => this.requestUpdate());

  constructor() {
    super();
    this.dismissed = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watch.stop();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { id, revision, seenRevisionId } = this.document;
    if (!changed.has('document') || this.shownRevision === revision.id || revision.state !== 'ready') return;
    this.shownRevision = revision.id;
    this.seen = seenRevisionId;
    this.dismissed = false;
    if (seenRevisionId !== null)
      this.watch.watch(id, { otherDocumentId: id, revision: revision.id, otherRevision: seenRevisionId });
  }

  override render() {
    const { id, revision, revisions } = this.document;
    const before = revisions.find((one) => one.id === this.seen);
    if (!before || this.dismissed) return nothing;
    const query = { revision: revision.id, otherRevision: before.id };
    return html`<p>
      <span>前にご覧になった第${withDigits(String(before.number), 'full')}版から、${this.count()}変わりました。</span>
      <a href=${paths.changes(id, id, query)}>変わったところを見る</a>
      <a href=${paths.beside(id, id, query)}>前の版と並べて見る</a>
      <button
        class="button quiet"
        aria-label="このお知らせを閉じる"
        @click=${() => {
          this.dismissed = true;
        }}
      >
        ${icon('close')}
      </button>
    </p>`;
  }

  private count(): string {
    const { comparison } = this.watch;
    if (!comparison?.ready) return '';
    const { changed, added, removed } = comparison.counts;
    return `${withDigits(String(changed + added + removed), 'full')}か所`;
  }

  static override styles = [
    baseSheet,
    css`
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 1rem;
        padding-left: 1rem;
        background: var(--color-key-weak);
      }
      a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
      }
      button {
        min-width: var(--target);
        margin-left: auto;
        padding: 0;
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
