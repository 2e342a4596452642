import { css, html, LitElement } from 'lit';
import { fire } from './events.ts';
import { icon } from './icons.ts';
import { baseSheet } from './sheets/base.ts';

/**
 * A native modal dialog. `show()` opens it, `close()` shuts it. Slots: the text; `actions`, its buttons.
 * @fires dialog-closed when a person shut it with Escape, 「閉じる」 or the ground beside it.
 */
export class UiDialog extends LitElement {
  static override properties = { heading: {}, wide: { type: Boolean, reflect: true } };
  declare heading: string;
  declare wide: boolean;

  constructor() {
    super();
    this.heading = '';
    this.wide = false;
  }

  private get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  async show(): Promise<void> {
    await this.updateComplete;
    if (this.dialog && !this.dialog.open) this.dialog.showModal();
  }

  close(): void {
    this.dialog?.close();
  }

  get open(): boolean {
    return this.dialog?.open ?? false;
  }

  private dismiss(): void {
    this.close();
    fire(this, 'dialog-closed');
  }

  private onCancel(event: Event): void {
    event.preventDefault();
    this.dismiss();
  }

  private onGround(event: MouseEvent): void {
    if (event.target === this.dialog) this.dismiss();
  }

  override render() {
    return html`<dialog aria-labelledby="heading" @cancel=${this.onCancel} @click=${this.onGround}>
      <div class="inside">
        <div class="top">
          <h2 id="heading">${this.heading}</h2>
          <button class="button quiet" aria-label="閉じる" @click=${this.dismiss}>${icon('close')}</button>
        </div>
        <slot></slot>
        <div class="actions"><slot name="actions"></slot></div>
      </div>
    </dialog>`;
  }

  static override styles = [
    baseSheet,
    css`
      dialog {
        width: min(36rem, calc(100vw - 2rem));
        max-height: calc(100dvh - 2rem);
        padding: 0;
        border: 0;
        border-radius: var(--border-radius-12);
        box-shadow: var(--elevation-6);
        color: inherit;
      }
      :host([wide]) dialog {
        width: min(56rem, calc(100vw - 2rem));
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 0.5);
      }
      .inside {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1rem;
        padding: 1.25rem;
      }
      .top {
        display: flex;
        align-items: start;
        justify-content: space-between;
        gap: 1rem;
      }
      h2 {
        padding-top: 0.375rem;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: end;
        gap: 0.75rem;
      }
    `,
  ];
}
customElements.define('ui-dialog', UiDialog);

declare global {
  interface PortalEvents {
    'dialog-closed': null;
  }
  interface HTMLElementTagNameMap {
    'ui-dialog': UiDialog;
  }
}
