import { css, html, LitElement, nothing } from 'lit';
import { baseSheet } from './sheets/base.ts';
import './ui-notice.ts';
import { type Carried, fire, type Name } from './events.ts';

const fields = 'ui-field, ui-select, textarea';

/**
 * A modal dialog around one <form>, which is its slot. Opens itself. What was typed is not lost by a slip: Escape and
 * 「やめる」 ask first once something was changed. Call `close()` after saving, before taking the element away, so that
 * the focus goes back to where it came from.
 * @fires dialog-closed when a person left it without saving.
 */
export class UiFormDialog extends LitElement {
  static override properties = {
    heading: {},
    action: {},
    error: {},
    busy: { type: Boolean },
    wide: { type: Boolean, reflect: true },
    asking: { state: true },
  };
  declare heading: string;
  declare action: string;
  declare error: string;
  declare busy: boolean;
  declare wide: boolean;
  declare private asking: boolean;
  private changed = false;
  private saved = false;

  constructor() {
    super();
    this.heading = '';
    this.action = '保存する';
    this.error = '';
    this.busy = false;
    this.wide = false;
    this.asking = false;
  }

  private get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  override async firstUpdated(): Promise<void> {
    // A field's own input is there only after its first drawing.
    await Promise.resolve();
    this.dialog?.showModal();
    const first = this.querySelector<HTMLElement>('[autofocus]') ?? this.querySelector<HTMLElement>(fields);
    first?.focus();
  }

  close(): void {
    this.saved = true;
    this.dialog?.close();
  }

  private leave(): void {
    if (this.busy) return;
    if (this.changed && !this.asking) this.asking = true;
    else this.dialog?.close();
  }

  private onCancel(event: Event): void {
    event.preventDefault();
    this.leave();
  }

  // The browser may shut a dialog by itself at a second Escape.
  private onClose(): void {
    if (!this.saved) fire(this, 'dialog-closed');
  }

  private readonly onChange = (): void => {
    this.changed = true;
    this.asking = false;
  };

  override render() {
    return html`<dialog aria-labelledby="heading" @cancel=${this.onCancel} @close=${this.onClose}>
      <div class="inside">
        <h2 id="heading">${this.heading}</h2>
        <div @input=${this.onChange} @change=${this.onChange}><slot></slot></div>
        ${this.error ? html`<ui-notice kind="error">${this.error}</ui-notice>` : nothing}
        <div class="actions">${this.asking ? this.question() : this.buttons()}</div>
      </div>
    </dialog>`;
  }

  private buttons() {
    return html`
      <button type="button" class="button" @click=${this.leave}>やめる</button>
      <slot name="actions"></slot>
      <button
        type="button"
        class="button primary"
        aria-disabled=${this.busy ? 'true' : 'false'}
        @click=${() => {
          if (!this.busy) this.querySelector('form')?.requestSubmit();
        }}
      >
        ${this.busy ? '保存しています…' : this.action}
      </button>
    `;
  }

  private question() {
    return html`
      <p role="alert">入力した内容はまだ保存されていません。</p>
      <button
        type="button"
        class="button"
        @click=${() => {
          this.asking = false;
        }}
      >
        入力に戻る
      </button>
      <button type="button" class="button danger" @click=${() => this.dialog?.close()}>保存せずに閉じる</button>
    `;
  }

  static override styles = [
    baseSheet,
    css`
      dialog {
        width: min(40rem, calc(100vw - 2rem));
        max-height: calc(100dvh - 2rem);
        padding: 0;
        border: 0;
        border-radius: var(--border-radius-12);
        box-shadow: var(--elevation-6);
        color: inherit;
      }
      :host([wide]) dialog {
        width: min(60rem, calc(100vw - 2rem));
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 0.5);
      }
      .inside {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1.25rem;
        padding: 1.5rem 1.5rem 0;
      }
      .actions {
        position: sticky;
        bottom: 0;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: end;
        gap: 0.75rem;
        margin: 0 -1.5rem;
        padding: 1rem 1.5rem;
        border-top: 1px solid var(--color-line-weak);
        background: var(--color-ground);
      }
      .actions p {
        flex: 1 1 14rem;
        color: var(--color-error);
        font-weight: 700;
      }
    `,
  ];
}
/** What the form of `host` asked for is done: shuts the dialog around it, and tells. */
export function finish<N extends Name>(host: LitElement, name: N, ...detail: Carried<N>): void {
  host.renderRoot.querySelector('ui-form-dialog')?.close();
  fire(host, name, ...detail);
}

customElements.define('ui-form-dialog', UiFormDialog);

declare global {
  interface HTMLElementTagNameMap {
    'ui-form-dialog': UiFormDialog;
  }
}
