import { css, html, LitElement, nothing } from 'lit';
import { icon } from './icons.ts';
import { baseSheet } from './sheets/base.ts';

export interface MenuItem {
  readonly label: string;
  /** Does it; without one `href` is followed. */
  readonly run?: () => void;
  readonly href?: string;
  readonly danger?: boolean;
}

/**
 * A button that opens a menu of what can be done with one thing, as the ARIA menu button pattern has it: arrows, Home and
 * End move, Escape and Tab shut it, and the focus goes back to the button. `label` names the thing; `text` stands on the
 * button, three dots where there is none.
 */
export class UiMenu extends LitElement {
  static override properties = { label: {}, text: {}, items: { attribute: false }, open: { state: true } };
  declare label: string;
  declare text: string;
  declare items: readonly MenuItem[];
  declare private open: boolean;

  constructor() {
    super();
    this.label = '';
    this.text = '';
    this.items = [];
    this.open = false;
  }

  private get list(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('[role=menu]')!;
  }

  private get entries(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  private show(focusLast = false): void {
    this.list.showPopover();
    this.place();
    this.entries.at(focusLast ? -1 : 0)?.focus();
  }

  private shut(): void {
    this.list.hidePopover();
    this.renderRoot.querySelector<HTMLElement>('.opener')?.focus();
  }

  /** Below the button and along its right edge; above it where there is no room below. */
  private place(): void {
    const button = this.renderRoot.querySelector('.opener')!.getBoundingClientRect();
    const { offsetWidth, offsetHeight, style } = this.list;
    const below = button.bottom + 4;
    const fits = below + offsetHeight <= innerHeight;
    style.left = `${Math.max(8, Math.min(button.right - offsetWidth, innerWidth - offsetWidth - 8))}px`;
    style.top = `${fits ? below : Math.max(8, button.top - offsetHeight - 4)}px`;
  }

  // It stays at its button when the page scrolls under it.
  private readonly follow = (): void => this.place();

  private onToggle(event: ToggleEvent): void {
    this.open = event.newState === 'open';
    for (const name of ['scroll', 'resize'] as const)
      if (this.open) addEventListener(name, this.follow, { capture: true, passive: true });
      else removeEventListener(name, this.follow, { capture: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const name of ['scroll', 'resize'] as const) removeEventListener(name, this.follow, { capture: true });
  }

  private onButtonKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.show(event.key === 'ArrowUp');
  }

  private onMenuKey(event: KeyboardEvent): void {
    const entries = this.entries;
    const at = entries.indexOf(event.target as HTMLElement);
    const goals: Record<string, number> = {
      ArrowDown: (at + 1) % entries.length,
      ArrowUp: (at - 1 + entries.length) % entries.length,
      Home: 0,
      End: entries.length - 1,
    };
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      this.shut();
    }
    const goal = goals[event.key];
    if (goal === undefined) return;
    event.preventDefault();
    entries[goal]?.focus();
  }

  private choose({ run }: MenuItem): void {
    this.shut();
    run?.();
  }

  override render() {
    return html`<button
        type="button"
        class="button quiet opener"
        aria-haspopup="menu"
        aria-expanded=${this.open}
        aria-label="${this.label}のメニュー"
        @click=${() => (this.open ? this.shut() : this.show())}
        @keydown=${this.onButtonKey}
      >
        ${icon('more')}${this.text}
      </button>
      <div
        role="menu"
        popover
        aria-label=${this.label}
        @toggle=${this.onToggle}
        @keydown=${this.onMenuKey}
      >
        ${this.items.map((item) => this.item(item))}
      </div>`;
  }

  private item(item: MenuItem) {
    const name = item.danger ? 'danger' : nothing;
    if (item.href !== undefined)
      return html`<a role="menuitem" tabindex="-1" class=${name} href=${item.href} target="_blank" @click=${() => this.choose(item)}>${item.label}</a>`;
    return html`<button type="button" role="menuitem" tabindex="-1" class=${name} @click=${() => this.choose(item)}>${item.label}</button>`;
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        display: inline-flex;
        vertical-align: middle;
      }
      .opener {
        min-width: var(--target);
        min-height: var(--target);
        padding: 0.25rem 0.625rem;
      }
      [role='menu'] {
        inset: auto;
        min-width: 14rem;
        max-width: min(28rem, calc(100vw - 1rem));
        margin: 0;
        padding: 0.5rem 0;
        border: 1px solid var(--color-line-weak);
        border-radius: var(--border-radius-8);
        background: var(--color-ground);
        color: var(--color-text);
        box-shadow: var(--elevation-4, 0 4px 16px rgb(0 0 0 / 0.2));
      }
      [role='menuitem'] {
        display: flex;
        align-items: center;
        width: 100%;
        min-height: 3rem;
        padding: 0.5rem 1.25rem;
        border: 0;
        background: none;
        color: inherit;
        text-align: start;
        text-decoration: none;
        cursor: pointer;
      }
      [role='menuitem']:hover,
      [role='menuitem']:focus {
        background: var(--color-key-weak);
      }
      [role='menuitem']:focus-visible {
        outline-offset: -4px;
        box-shadow: none;
      }
      .danger {
        color: var(--color-error) !important;
      }
    `,
  ];
}
customElements.define('ui-menu', UiMenu);

declare global {
  interface HTMLElementTagNameMap {
    'ui-menu': UiMenu;
  }
}
