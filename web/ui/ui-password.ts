import { css, html, LitElement, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { baseSheet } from './sheets/base.ts';
import { fieldSheet } from './sheets/field.ts';

/**
 * A password with its label; can be shown, pasted and filled in by the browser, and says when Caps Lock is on.
 * Takes part in a <form> under `name`. `autocomplete` is current-password or new-password.
 */
export class UiPassword extends LitElement {
  static readonly formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override properties = {
    label: {},
    name: {},
    value: {},
    hint: {},
    error: {},
    autocomplete: {},
    shown: { state: true },
    capsLock: { state: true },
  };
  declare label: string;
  declare name: string;
  declare value: string;
  declare hint: string;
  declare error: string;
  declare autocomplete: 'current-password' | 'new-password';
  declare private shown: boolean;
  declare private capsLock: boolean;
  private readonly internals = this.attachInternals();

  constructor() {
    super();
    this.label = 'パスワード';
    this.name = '';
    this.value = '';
    this.hint = '';
    this.error = '';
    this.autocomplete = 'current-password';
    this.shown = false;
    this.capsLock = false;
  }

  override willUpdate(): void {
    this.internals.setFormValue(this.value);
  }

  private onInput(event: Event): void {
    this.value = (event.target as HTMLInputElement).value;
    this.internals.setFormValue(this.value);
  }

  private onKey(event: KeyboardEvent): void {
    this.capsLock = event.getModifierState('CapsLock');
    if (event.type === 'keydown' && event.key === 'Enter' && !event.isComposing) this.internals.form?.requestSubmit();
  }

  override render() {
    const describedBy = [this.hint && 'hint', 'caps', this.error && 'error'].filter(Boolean).join(' ');
    return html`
      <label for="input">${this.label}<span class="required">必須</span></label>
      ${this.hint ? html`<p class="hint" id="hint">${this.hint}</p>` : nothing}
      <div class="line">
        <input
          id="input"
          type=${this.shown ? 'text' : 'password'}
          .value=${live(this.value)}
          autocomplete=${this.autocomplete}
          autocapitalize="none"
          spellcheck="false"
          maxlength="200"
          required
          aria-invalid=${this.error ? 'true' : 'false'}
          aria-describedby=${ifDefined(describedBy)}
          @input=${this.onInput}
          @keydown=${this.onKey}
          @keyup=${this.onKey}
        />
        <button
          type="button"
          class="button"
          aria-label="${this.label}を${this.shown ? '隠す' : '表示'}"
          @click=${() => {
            this.shown = !this.shown;
          }}
        >
          ${this.shown ? '隠す' : '表示'}
        </button>
      </div>
      <p class="caps" id="caps" role="status">
        ${this.capsLock ? 'CapsLock がオンになっています。大文字で入力されます。' : nothing}
      </p>
      ${this.error ? html`<p class="error" id="error">${this.error}</p>` : nothing}
    `;
  }

  static override styles = [
    baseSheet,
    fieldSheet,
    css`
      .line {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.5rem;
      }
      .caps:not(:empty) {
        color: var(--color-warning);
        font-weight: 700;
      }
    `,
  ];
}
customElements.define('ui-password', UiPassword);

declare global {
  interface HTMLElementTagNameMap {
    'ui-password': UiPassword;
  }
}
