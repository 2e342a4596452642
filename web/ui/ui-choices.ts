import { css, html, LitElement, nothing } from 'lit';
import { baseSheet } from './sheets/base.ts';
import type { Choice } from './ui-select.ts';

/**
 * A few choices side by side, each as large as a button; one is taken by a tap. Read `value`, '' while none is taken;
 * `change` bubbles when a person takes another.
 */
export class UiChoices extends LitElement {
  static override properties = { label: {}, value: {}, choices: { attribute: false } };
  declare label: string;
  declare value: string;
  declare choices: readonly Choice[];

  constructor() {
    super();
    this.label = '';
    this.value = '';
    this.choices = [];
  }

  private take(value: string): void {
    this.value = value;
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  override render() {
    return html`<fieldset>
      ${this.label ? html`<legend>${this.label}</legend>` : nothing}
      <div class="choices">
        ${this.choices.map(
          ({ value, label }) => html`<label>
            <input
              type="radio"
              name="choice"
              .value=${value}
              .checked=${value === this.value}
              @change=${() => this.take(value)}
            /><span>${label}</span>
          </label>`,
        )}
      </div>
    </fieldset>`;
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        display: block;
      }
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        margin-bottom: 0.5rem;
        font-weight: 700;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 0.75rem;
      }
      label {
        position: relative;
        display: inline-flex;
        align-items: center;
        gap: 0.5rem;
        min-height: 3rem;
        padding: 0.25rem 1.25rem 0.25rem 1rem;
        border: 1px solid var(--color-line);
        border-radius: var(--border-radius-8);
        cursor: pointer;
        touch-action: manipulation;
      }
      label:hover {
        background: var(--color-key-weak);
      }
      label:has(:checked) {
        border-color: var(--color-key);
        background: var(--color-key-weak);
        box-shadow: inset 0 0 0 1px var(--color-key);
        color: var(--color-key-strong);
        font-weight: 700;
      }
      label:has(:focus-visible) {
        outline: 4px solid var(--color-neutral-black);
        outline-offset: 2px;
        box-shadow: 0 0 0 2px var(--color-primitive-yellow-300);
      }
      input {
        width: 1.5rem;
        height: 1.5rem;
        margin: 0;
        accent-color: var(--color-key);
      }
      input:focus-visible {
        outline: none;
        box-shadow: none;
      }
    `,
  ];
}
customElements.define('ui-choices', UiChoices);

declare global {
  interface HTMLElementTagNameMap {
    'ui-choices': UiChoices;
  }
}
