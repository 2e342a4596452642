import { css, html, LitElement, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { baseSheet } from './sheets/base.ts';
import { fieldSheet } from './sheets/field.ts';

/**
 * One line (or, with `lines`, several) that a person types, with its label, hint and error; takes part in a <form> under `name`.
 * Read `value`; `input` and `change` bubble as the browser's own. `error` marks the field and is spoken with it.
 */
export class UiField extends LitElement {
  static readonly formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override properties = {
    label: {},
    name: {},
    value: {},
    type: {},
    hint: {},
    error: {},
    autocomplete: {},
    inputMode: { attribute: 'inputmode' },
    maxLength: { type: Number, attribute: 'maxlength' },
    lines: { type: Number },
    required: { type: Boolean },
    disabled: { type: Boolean },
    large: { type: Boolean, reflect: true },
  };
  declare label: string;
  declare name: string;
  declare value: string;
  declare type: 'text' | 'email' | 'password' | 'tel' | 'date' | 'time' | 'number' | 'search';
  declare hint: string;
  declare error: string;
  declare autocomplete: string | undefined;
  declare maxLength: number | undefined;
  declare lines: number;
  declare required: boolean;
  declare disabled: boolean;
  declare large: boolean;
  private readonly internals = this.attachInternals();

  constructor() {
    super();
    this.label = '';
    this.name = '';
    this.value = '';
    this.type = 'text';
    this.hint = '';
    this.error = '';
    this.lines = 0;
    this.required = false;
    this.disabled = false;
    this.large = false;
  }

  override willUpdate(): void {
    this.internals.setFormValue(this.value);
  }

  formResetCallback(): void {
    this.value = this.getAttribute('value') ?? '';
  }

  private onInput(event: Event): void {
    this.value = (event.target as HTMLInputElement).value;
    this.internals.setFormValue(this.value);
  }

  // `change` does not leave a shadow root by itself.
  private onChange(): void {
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  private onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing || !this.internals.form) return;
    // Else the same key presses whatever the form's answer moves the focus to.
    event.preventDefault();
    this.internals.form.requestSubmit();
  }

  override render() {
    return html`
      <label for="input">${this.label}${this.required ? html`<span class="required">必須</span>` : nothing}</label>
      ${this.hint ? html`<p class="hint" id="hint">${this.hint}</p>` : nothing}
      ${this.lines > 0 ? this.area() : this.input()}
      ${this.error ? html`<p class="error" id="error">${this.error}</p>` : nothing}
    `;
  }

  private input() {
    return html`<input
      id="input"
      type=${this.type}
      .value=${live(this.value)}
      inputmode=${ifDefined(this.inputMode || undefined)}
      autocomplete=${ifDefined(this.autocomplete) as 'off'}
      maxlength=${ifDefined(this.maxLength)}
      ?required=${this.required}
      ?disabled=${this.disabled}
      aria-invalid=${this.error ? 'true' : 'false'}
      aria-describedby=${ifDefined(this.describedBy)}
      @input=${this.onInput}
      @change=${this.onChange}
      @keydown=${this.onKeyDown}
    />`;
  }

  private area() {
    return html`<textarea
      id="input"
      rows=${this.lines}
      .value=${live(this.value)}
      maxlength=${ifDefined(this.maxLength)}
      ?disabled=${this.disabled}
      aria-invalid=${this.error ? 'true' : 'false'}
      aria-describedby=${ifDefined(this.describedBy)}
      @input=${this.onInput}
      @change=${this.onChange}
    ></textarea>`;
  }

  private get describedBy(): string | undefined {
    return [this.hint && 'hint', this.error && 'error'].filter(Boolean).join(' ') || undefined;
  }

  static override styles = [
    baseSheet,
    fieldSheet,
    css`
      :host([large]) input {
        min-height: 4rem;
        font-size: 1.75rem;
        letter-spacing: 0.1em;
      }
    `,
  ];
}
customElements.define('ui-field', UiField);

declare global {
  interface HTMLElementTagNameMap {
    'ui-field': UiField;
  }
}
