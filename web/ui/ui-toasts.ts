import { css, html, LitElement, nothing } from 'lit';
import { icon } from './icons.ts';
import { baseSheet } from './sheets/base.ts';
import { onToast, type Toast } from './toast.ts';

const seconds = 8;
const secondsWithAction = 20;

/** Shows what `toast()` says, one at a time; stays while it is pointed at or focused. The shell holds the only one. */
export class UiToasts extends LitElement {
  static override properties = { toast: { state: true }, place: { reflect: true } };
  /** `raised` over the bar at the foot of a screen. */
  declare place: 'raised' | 'bottom';
  declare private toast: Toast | null;
  private timer = 0;

  constructor() {
    super();
    this.toast = null;
    this.place = 'bottom';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    onToast((toast) => {
      this.toast = toast;
      this.rest();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    onToast(null);
  }

  private rest(): void {
    clearTimeout(this.timer);
    const stay = this.toast?.action ? secondsWithAction : seconds;
    this.timer = window.setTimeout(() => {
      this.toast = null;
    }, stay * 1000);
  }

  /** A pointer that goes away leaves what has the focus, and the other way round. */
  private readonly leave = ({ currentTarget }: Event): void => {
    if (!(currentTarget as Element).matches(':hover, :focus-within')) this.rest();
  };

  private act(): void {
    this.toast?.action?.run();
    this.toast = null;
  }

  override render() {
    return html`<div
      role="status"
      @pointerenter=${() => clearTimeout(this.timer)}
      @pointerleave=${this.leave}
      @focusin=${() => clearTimeout(this.timer)}
      @focusout=${this.leave}
    >
      ${this.toast ? this.card(this.toast) : nothing}
    </div>`;
  }

  private card(toast: Toast) {
    const close = () => {
      this.toast = null;
    };
    return html`<div class="toast">
      <span>${toast.sentence}</span>
      ${toast.action ? html`<button class="button" @click=${() => this.act()}>${toast.action.label}</button>` : nothing}
      <button class="button quiet" aria-label="閉じる" @click=${close}>${icon('close')}</button>
    </div>`;
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        position: fixed;
        z-index: 20;
        inset: auto 1rem calc(1.5rem + env(safe-area-inset-bottom));
        display: grid;
        justify-items: center;
        pointer-events: none;
      }
      :host([place='raised']) {
        inset: auto 1rem calc(5.5rem + env(safe-area-inset-bottom));
      }
      .toast {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: end;
        gap: 0.25rem 0.75rem;
        /* room for a short sentence beside its buttons */
        min-width: min(26rem, calc(100vw - 2rem));
        max-width: 40rem;
        padding: 0.5rem 0.5rem 0.5rem 1.25rem;
        border-radius: var(--border-radius-8);
        background: var(--color-neutral-solid-gray-900);
        color: var(--color-neutral-white);
        box-shadow: var(--elevation-3);
        pointer-events: auto;
      }
      /* the sentence breaks before its buttons do */
      .toast span {
        flex: 1 1 14rem;
      }
      .quiet {
        background: none;
        color: inherit;
      }
      .quiet:hover {
        background: var(--color-neutral-solid-gray-700);
      }
    `,
  ];
}
customElements.define('ui-toasts', UiToasts);
