import { css, html, LitElement, nothing } from 'lit';
import type { Session } from '../../../contract/sessions.ts';
import { sentenceOf } from '../../client/client-error.ts';
import { setGate } from '../../client/gate.ts';
import { navigate } from '../../client/navigation.ts';
import { paths } from '../../client/paths.ts';
import { readSession, signOut } from '../../client/sessions.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { toast } from '../../ui/toast.ts';
import '../../ui/ui-notice.ts';
import { goToSignIn } from './answer.ts';
import './entry/office-gate-dialog.ts';
import { Stay } from './entry/stay.ts';

/**
 * Around every screen of the secretariat: who is signed in, the way to the other screens and out. Whoever is not signed
 * in goes to the sign-in first and comes back; whose session ends meanwhile signs in again over the page. Slot: the page.
 */
export class OfficeFrame extends LitElement {
  static override properties = { current: {}, session: { state: true } };
  /** Which of the bar's links this page belongs to. */
  declare current: 'committees' | 'ledger' | 'city' | 'officials' | 'audit' | 'account';
  declare private session: Session | null;
  private readonly stay = new Stay(this);
  private leaveGate: () => void = () => undefined;

  constructor() {
    super();
    this.current = 'committees';
    this.session = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    readSession().then(
      (session) => this.admit(session),
      // The page's own request fails for the same reason and says so.
      () => undefined,
    );
  }

  private admit(session: Session): void {
    if (!this.isConnected) return;
    this.session = session;
    if (session.setUpNeeded) navigate(paths.officeSetUp, { replace: true });
    else if (!session.official) goToSignIn();
    else this.guard(session, session.official);
  }

  private guard(session: Session, official: NonNullable<Session['official']>): void {
    this.leaveGate = setGate(async (wanted) => {
      await this.updateComplete;
      const gate = this.renderRoot.querySelector('office-gate-dialog');
      return gate ? gate.ask(wanted, official) : false;
    });
    this.stay.begin(session);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leaveGate();
  }

  private async leave(): Promise<void> {
    try {
      await signOut('official');
      navigate(paths.officeSignIn());
      toast('サインアウトしました。');
    } catch (error) {
      toast(sentenceOf(error));
    }
  }

  override render() {
    return html`
      <nav aria-label="事務局"><div class="frame">
        <a class="name" href=${paths.office}>くらべ<span>事務局</span></a>
        ${this.session?.cityName ? html`<span class="city">${this.session.cityName}</span>` : nothing}
        <div class="links">
          ${this.link('committees', paths.office, '会議体')} ${this.link('ledger', paths.officeLedger(), '紙の削減')}
          ${this.session?.official?.role === 'administrator' ? [this.link('officials', paths.officeOfficials, '職員'), this.link('audit', paths.officeAudit(), '操作の記録'), this.link('city', paths.officeCity, '市の設定')] : nothing}
        </div>
        ${this.session?.official ? this.person(this.session.official.name) : nothing}
      </div></nav>
      <div class="column">
        ${this.stay.minutesLeft === null ? nothing : this.ending(this.stay.minutesLeft)}
        <slot></slot>
      </div>
      <office-gate-dialog></office-gate-dialog>
    `;
  }

  private link(name: string, href: string, label: string) {
    return html`<a href=${href} aria-current=${this.current === name ? 'page' : nothing}>${label}</a>`;
  }

  private ending(minutes: number) {
    const idle = this.stay.cause === 'idle';
    return html`<ui-notice class="ending" kind="warning" heading="あと${minutes}分でサインアウトします">
      <p>
        ${idle ? 'しばらく操作がありません。' : 'サインインの期限が近づいています。'}サインアウトしても、入力したものはこの画面に残ります。
      </p>
      <button class="button" @click=${() => (idle ? this.stay.goOn() : this.stay.signInAgain())}>
        ${idle ? 'サインインを続ける' : 'いまサインインし直す'}
      </button>
    </ui-notice>`;
  }

  private person(name: string) {
    return html`<div class="person">
      <a href=${paths.officeAccount} aria-current=${this.current === 'account' ? 'page' : nothing}>
        <span class="visually-hidden">自分のアカウント：</span>${name}
      </a>
      <button class="button quiet" @click=${this.leave}>サインアウト</button>
    </div>`;
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        display: block;
      }
      nav {
        border-bottom: 1px solid var(--color-line-weak);
      }
      .frame,
      .column {
        max-width: var(--width-frame);
        margin: 0 auto;
        padding: 0 var(--gutter);
      }
      .frame {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 1.25rem;
        min-height: 3.5rem;
      }
      nav a {
        display: inline-flex;
        align-items: center;
        gap: 0.5rem;
        min-width: var(--target);
        min-height: var(--target);
        text-decoration: none;
      }
      nav a:hover {
        text-decoration: underline;
      }
      .name {
        font-size: 1.25rem;
        font-weight: 700;
      }
      .name span {
        padding: 0 0.5rem;
        border-radius: var(--border-radius-4);
        background: var(--color-key);
        color: var(--color-neutral-white);
        font-size: 1rem;
      }
      .city {
        color: var(--color-text-weak);
      }
      .ending {
        position: sticky;
        top: 0.5rem;
        z-index: 1;
        margin-bottom: 1.5rem;
      }
      .ending .button {
        margin-top: 0.75rem;
      }
      .links {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75rem;
      }
      .links a {
        white-space: nowrap;
      }
      .links a {
        padding-inline: 0.5rem;
        border-block: 3px solid transparent;
      }
      .links a[aria-current] {
        border-bottom-color: var(--color-key);
        font-weight: 700;
      }
      .person {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 1rem;
        margin-left: auto;
      }
      .person .button {
        min-height: var(--target);
        margin-inline-end: -0.75rem;
      }
      .column {
        padding-block: 1.5rem 6rem;
      }
      @container (max-width: 40rem) {
        .city {
          display: none;
        }
        .links {
          order: 1;
          flex-basis: 100%;
        }
      }
      @media print {
        nav {
          display: none;
        }
        .column {
          max-width: none;
          padding: 0;
        }
      }
    `,
  ];
}
customElements.define('office-frame', OfficeFrame);

declare global {
  interface HTMLElementTagNameMap {
    'office-frame': OfficeFrame;
  }
}
