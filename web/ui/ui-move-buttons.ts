import { css, html, LitElement } from 'lit';
import { fire } from './events.ts';
import { icon } from './icons.ts';
import { baseSheet } from './sheets/base.ts';

/**
 * Moves one of a list up or down. `label` names the thing. Buttons at the ends stay focusable, so that the keyboard
 * does not fall out of the list; call `focusButton` after the list was drawn anew.
 * @fires moved with -1 (towards the top) or 1.
 */
export class UiMoveButtons extends LitElement {
  static override properties = { label: {}, first: { type: Boolean }, last: { type: Boolean } };
  declare label: string;
  declare first: boolean;
  declare last: boolean;

  constructor() {
    super();
    this.label = '';
    this.first = false;
    this.last = false;
  }

  focusButton(step: -1 | 1): void {
    this.renderRoot.querySelector<HTMLElement>(step < 0 ? '.up' : '.down')?.focus();
  }

  private move(step: -1 | 1, blocked: boolean): void {
    if (!blocked) fire(this, 'moved', step);
  }

  override render() {
    return html`
      <button
        type="button"
        class="button quiet up"
        aria-label="${this.label}を上へ移す"
        aria-disabled=${this.first ? 'true' : 'false'}
        @click=${() => this.move(-1, this.first)}
      >
        ${icon('back')}
      </button>
      <button
        type="button"
        class="button quiet down"
        aria-label="${this.label}を下へ移す"
        aria-disabled=${this.last ? 'true' : 'false'}
        @click=${() => this.move(1, this.last)}
      >
        ${icon('back')}
      </button>
    `;
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        display: inline-flex;
      }
      .button {
        min-width: var(--target);
        padding-inline: 0.5rem;
      }
      .button[aria-disabled='true'] {
        background: none;
        border-color: transparent;
        color: var(--color-line);
      }
      .up svg {
        rotate: 90deg;
      }
      .down svg {
        rotate: -90deg;
      }
    `,
  ];
}

customElements.define('ui-move-buttons', UiMoveButtons);

declare global {
  interface PortalEvents {
    moved: -1 | 1;
  }
  interface HTMLElementTagNameMap {
    'ui-move-buttons': UiMoveButtons;
  }
}
