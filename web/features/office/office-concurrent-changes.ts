import { css, html, LitElement, nothing } from 'lit';
import { baseSheet } from '../../ui/sheets/base.ts';
import '../../ui/ui-notice.ts';

/** A field that another official changed meanwhile, all of it as it is read; `mine` is null where this person left it alone. */
export interface ShownChange {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly mine: string | null;
}

/** What another official stored while this form was open. Nothing is stored until this person presses again. */
export class OfficeConcurrentChanges extends LitElement {
  static override properties = { changes: { attribute: false } };
  declare changes: readonly ShownChange[];

  constructor() {
    super();
    this.changes = [];
  }

  override updated(): void {
    this.scrollIntoView({ block: 'nearest' });
  }

  override render() {
    return html`<ui-notice kind="warning">
      <p><strong>入力しているあいだに、ほかの職員が変更しました。まだ保存していません。</strong></p>
      ${
        this.changes.length === 0
          ? html`<p>変更の内容は、あなたの入力と同じです。もう一度押すと保存します。</p>`
          : html`<dl>
                ${this.changes.map(
                  ({ name, before, after, mine }) => html`<dt>${name}</dt>
                    <dd>
                      <p>${before} → <strong>${after}</strong></p>
                      ${mine === null ? nothing : html`<p>あなたの入力：<strong>${mine}</strong>（保存すると、こちらになります）</p>`}
                    </dd>`,
                )}
              </dl>
              <p>あなたが変えていない欄には、ほかの職員の変更を入れました。確かめて、もう一度押してください。</p>`
      }
    </ui-notice>`;
  }

  static override styles = [
    baseSheet,
    css`
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 0.25rem 1rem;
        margin: 0.5rem 0;
      }
      dt {
        font-weight: 700;
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];
}
customElements.define('office-concurrent-changes', OfficeConcurrentChanges);

declare global {
  interface HTMLElementTagNameMap {
    'office-concurrent-changes': OfficeConcurrentChanges;
  }
}
