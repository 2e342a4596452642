import { css, html, LitElement, nothing } from 'lit';
import { navigate, onNavigate, setTitle } from '../client/navigation.ts';
import { readSession } from '../client/sessions.ts';
import { baseSheet } from '../ui/sheets/base.ts';
import '../ui/ui-announcer.ts';
import '../ui/ui-loading.ts';
import '../ui/ui-notice.ts';
import '../ui/ui-toasts.ts';
import { beginFor, loadReaderAhead } from './early.ts';
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
  };
  declare private cityName: string;
  declare private page: PageElement | null;
  declare private wholeWindow: boolean;
  declare private trouble: 'not_found' | 'not_loaded' | null;
  private shown: Route | null = null;
  private stop: (() => void) | null = null;
  private visits = 0;

  constructor() {
    super();
    this.cityName = '';
    this.page = null;
    this.wholeWindow = false;
    this.trouble = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.replaceChildren();
    this.stop = onNavigate(() => {
      beginFor(location);
      void this.show(true);
    });
    this.addEventListener('click', this.follow);
    void this.show(false);
    readSession().then(
      (session) => {
        this.cityName = session.cityName;
      },
      () => undefined,
    );
    loadMissingFonts();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
    this.removeEventListener('click', this.follow);
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
    if (match.route.tag === 'meeting-page') loadReaderAhead();
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
      ${this.wholeWindow ? nothing : this.header()}
      <main tabindex="-1">
        ${this.trouble ? this.troubleFace() : (this.page ?? html`<ui-loading></ui-loading>`)}
      </main>
      <ui-toasts place=${this.wholeWindow ? 'top' : 'bottom'}></ui-toasts>
      <ui-announcer></ui-announcer>
    `;
  }

  private header() {
    return html`<header>
      <a href="/">くらべ</a>
      <span>${this.cityName}${this.cityName ? '　' : ''}会議資料</span>
    </header>`;
  }

  private troubleFace() {
    return this.trouble === 'not_found'
      ? html`<ui-notice kind="warning" heading="ページが見つかりません">
          アドレスが変わったか、入力に誤りがあります。<a href="/">最初の画面に戻る</a>
        </ui-notice>`
      : html`<ui-notice kind="error" heading="画面を読み込めませんでした">
          インターネットの接続を確かめてください。
          <p><button class="button" @click=${() => location.reload()}>もう一度読み込む</button></p>
        </ui-notice>`;
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        display: block;
        min-height: 100dvh;
      }
      header {
        display: flex;
        align-items: center;
        flex-wrap: wrap;
        gap: 0 1rem;
        min-height: 3.5rem;
        padding: 0 max(1rem, env(safe-area-inset-left));
        border-bottom: 1px solid var(--color-line-weak);
      }
      header a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
        font-size: 1.25rem;
        font-weight: 700;
        text-decoration: none;
      }
      header span {
        color: var(--color-text-weak);
      }
      main:focus {
        outline: none;
      }
      ui-notice {
        max-width: 40rem;
        margin: 2rem auto;
      }
    `,
  ];
}
customElements.define('kurabe-app', KurabeApp);
