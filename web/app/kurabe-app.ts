import { css, html, LitElement, nothing } from 'lit';
import type { Session } from '../../contract/sessions.ts';
import { onCrowd } from '../client/crowd.ts';
import { navigate, onNavigate, setTitle } from '../client/navigation.ts';
import { paths } from '../client/paths.ts';
import { readSession } from '../client/sessions.ts';
import { icon } from '../ui/icons.ts';
import { baseSheet } from '../ui/sheets/base.ts';
import '../ui/ui-announcer.ts';
import '../ui/ui-loading.ts';
import '../ui/ui-toasts.ts';
import { fire } from '../ui/events.ts';
import { beginFor } from './early.ts';
import { Finding } from './finding.ts';
import { loadMissingFonts } from './fonts.ts';
import { interceptedPath } from './intercept.ts';
import type { PageElement, Route } from './route.ts';
import { routeFor } from './routes.ts';

/** The shell: header, the page of the address, messages that outlive a page. */
export class KurabeApp extends LitElement {
  static override properties = {
    cityName: { state: true },
    page: { state: true },
    wholeWindow: { state: true },
    trouble: { state: true },
    crowded: { state: true },
  };
  declare private cityName: string;
  declare private page: PageElement | null;
  declare private wholeWindow: boolean;
  declare private trouble: 'not_found' | 'not_loaded' | null;
  /** The portal has said to come again, and what was asked waits. */
  declare private crowded: boolean;
  private shown: Route | null = null;
  private stop: (() => void) | null = null;
  private stopCrowd: (() => void) | null = null;
  private visits = 0;

  constructor() {
    super();
    new Finding(this);
    this.cityName = '';
    this.page = null;
    this.wholeWindow = false;
    this.trouble = null;
    this.crowded = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.replaceChildren();
    this.stop = onNavigate(() => {
      beginFor(location);
      void this.show(true);
    });
    this.stopCrowd = onCrowd((crowded) => {
      this.crowded = crowded;
    });
    this.addEventListener('click', this.follow);
    void this.show(false);
    readSession().then(
      (session) => {
        this.cityName = session.cityName;
        this.turnAway(session);
      },
      () => undefined,
    );
    loadMissingFonts();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
    this.stopCrowd?.();
    this.removeEventListener('click', this.follow);
  }

  /** Whose letter opens no more is told so, and whom to phone, in place of what cannot be shown. */
  private turnAway({ member, official, ended }: Session): void {
    const isMembers = /^\/(?:(?:meetings|documents|committees)\/|notes$|search$)/.test(location.pathname);
    if (ended && !member && !official && isMembers)
      navigate(paths.key(ended.reason, ended.committeeId), { replace: true });
  }

  private readonly follow = (event: MouseEvent): void => {
    const path = interceptedPath(event);
    if (path === null) return;
    event.preventDefault();
    navigate(path);
  };

  /** Draws the page of the address; the newest call wins where a page's code arrives late. */
  private async show(moved: boolean): Promise<void> {
    const visit = ++this.visits;
    const match = routeFor(location.pathname);
    if (!match) {
      this.leave('not_found');
      return;
    }
    try {
      await match.route.load();
    } catch {
      if (visit === this.visits) this.leave('not_loaded');
      return;
    }
    if (visit !== this.visits) return;
    const query = new URLSearchParams(location.search);
    const page =
      match.route === this.shown && this.page ? this.page : (document.createElement(match.route.tag) as PageElement);
    const fresh = page !== this.page;
    page.params = match.params;
    page.query = query;
    this.trouble = null;
    this.shown = match.route;
    this.wholeWindow = match.route.wholeWindow ?? false;
    this.page = page;
    if (!fresh || !moved) return;
    window.scrollTo(0, 0);
    await this.updateComplete;
    this.renderRoot.querySelector('main')?.focus({ preventScroll: true });
  }

  private leave(trouble: 'not_found' | 'not_loaded'): void {
    setTitle(trouble === 'not_found' ? 'ページが見つかりません' : '開けませんでした');
    this.trouble = trouble;
    this.page = null;
    this.shown = null;
    this.wholeWindow = false;
  }

  override render() {
    return html`
      ${this.header()}
      <main tabindex="-1">
        ${this.trouble ? this.troubleFace() : this.page ? this.framed(this.page) : html`<ui-loading></ui-loading>`}
      </main>
      <p class="crowd" role="status">${this.crowded ? html`<span>混み合っています。このままお待ちください。</span>` : nothing}</p>
      <ui-toasts place=${this.wholeWindow ? 'raised' : 'bottom'}></ui-toasts>
      <ui-announcer></ui-announcer>
      <find-dialog></find-dialog>
      <help-dialog></help-dialog>
    `;
  }

  private framed(page: PageElement) {
    return this.shown?.inOffice ? html`<office-frame current="committees">${page}</office-frame>` : page;
  }

  private header() {
    return html`<header class=${this.wholeWindow ? 'spared' : ''}>
      <div class="frame">
        <a href="/">くらべ</a>
        <span>${this.cityName}${this.cityName ? '　' : ''}会議資料</span>
        ${
          this.shown?.outside
            ? nothing
            : html`<button class="button quiet find" @click=${(event: Event) => fire(event.target, 'find-asked')}>
                ${icon('search')}さがす
              </button>`
        }
        <button class="button quiet" @click=${(event: Event) => fire(event.target, 'help-asked')}>
          ${icon('info')}使い方
        </button>
      </div>
    </header>`;
  }

  private troubleFace() {
    return this.trouble === 'not_found'
      ? html`<div class="frame trouble">
          <h1>ページが見つかりません</h1>
          <p>アドレスが変わったか、入力に誤りがあります。開催通知の二次元コードを読み取り直すか、最初の画面からお入りください。</p>
          <p><a class="button primary" href="/">最初の画面に戻る</a></p>
        </div>`
      : html`<div class="frame trouble">
          <h1>画面を読み込めませんでした</h1>
          <p>インターネットの接続を確かめて、もう一度お試しください。</p>
          <p><button class="button primary" @click=${() => location.reload()}>もう一度読み込む</button></p>
        </div>`;
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        display: block;
        min-height: 100dvh;
      }
      /* what fits goes by the size of the letters too, which the window's own width does not know */
      header,
      main {
        container-type: inline-size;
      }
      header {
        border-bottom: 1px solid var(--color-line-weak);
      }
      /* a page with the whole window has no header, except where it has nothing to show */
      .spared {
        display: none;
      }
      .spared:has(+ main > [data-failed]) {
        display: block;
      }
      .frame {
        max-width: var(--width-frame);
        margin: 0 auto;
        padding: 0 var(--gutter);
      }
      header .frame {
        display: flex;
        align-items: center;
        flex-wrap: wrap;
        gap: 0 1rem;
        min-height: 3.5rem;
      }
      office-frame > * {
        padding: 0;
      }
      .trouble {
        display: grid;
        justify-items: start;
        gap: 1rem;
        padding-block: 2rem 4rem;
      }
      header a {
        display: inline-flex;
        align-items: center;
        min-width: var(--target);
        min-height: var(--target);
        font-size: 1.25rem;
        font-weight: 700;
        text-decoration: none;
      }
      header span {
        flex: 1;
        min-width: 0;
        color: var(--color-text-weak);
      }
      /* the focus goes there with every move; it would be a cut-off yellow line */
      .crowd {
        position: fixed;
        z-index: 21;
        inset: calc(0.75rem + env(safe-area-inset-top)) 1rem auto;
        display: grid;
        justify-items: center;
        margin: 0;
        pointer-events: none;
      }
      .crowd span {
        padding: 0.75rem 1.25rem;
        border: 1px solid var(--color-line);
        border-radius: var(--border-radius-8);
        background: var(--color-ground);
        box-shadow: 0 2px 12px rgb(0 0 0 / 0.2);
        font-weight: 700;
      }
      main:focus,
      main:focus-visible {
        outline: none;
        box-shadow: none;
      }
      @container (max-width: 20rem) {
        header svg {
          display: none;
        }
      }
      @container (max-width: 30rem) {
        header .frame {
          gap: 0 0.25rem;
        }
        header span {
          visibility: hidden;
          height: 0;
          overflow: hidden;
          white-space: nowrap;
        }
      }
      @media print {
        :host {
          min-height: 0;
        }
        :host > :not(main) {
          display: none !important;
        }
      }
    `,
  ];
}
customElements.define('kurabe-app', KurabeApp);
