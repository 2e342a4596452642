import { html, LitElement, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { baseSheet } from './sheets/base.ts';
import { fieldSheet } from './sheets/field.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One of several; takes part in a <form> under `name`. Read `value`; `change` bubbles. */
export class UiSelect extends LitElement {
  static readonly formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override properties = {
    label: {},
    name: {},
    value: {},
    hint: {},
    error: {},
    choices: { attribute: false },
    disabled: { type: Boolean },
  };
  declare label: string;
  declare name: string;
  declare value: string;
  declare hint: string;
  declare error: string;
  declare choices: readonly Choice[];
  declare disabled: boolean;
  private readonly internals = this.attachInternals();

  constructor() {
    super();
    this.label = '';
    this.name = '';
    this.value = '';
    this.hint = '';
    this.error = '';
    this.choices = [];
    this.disabled = false;
  }

  override willUpdate(): void {
    this.internals.setFormValue(this.value);
  }

  private onChange(event: Event): void {
    this.value = (event.target as HTMLSelectElement).value;
    this.internals.setFormValue(this.value);
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  override render() {
    const describedBy = [this.hint && 'hint', this.error && 'error'].filter(Boolean).join(' ') || undefined;
    return html`
      <label for="select">${this.label}</label>
      ${this.hint ? html`<p class="hint" id="hint">${this.hint}</p>` : nothing}
      <select
        id="select"
        ?disabled=${this.disabled}
        aria-invalid=${this.error ? 'true' : 'false'}
        aria-describedby=${ifDefined(describedBy)}
        @change=${this.onChange}
      >
        ${this.choices.map(
          (choice) =>
            html`<option value=${choice.value} .selected=${choice.value === this.value}>${choice.label}</option>`,
        )}
      </select>
      ${this.error ? html`<p class="error" id="error">${this.error}</p>` : nothing}
    `;
  }

  static override styles = [baseSheet, fieldSheet];
}
customElements.define('ui-select', UiSelect);

declare global {
  interface HTMLElementTagNameMap {
    'ui-select': UiSelect;
  }
}
