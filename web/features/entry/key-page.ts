import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { CommitteeContact } from '../../../contract/committees.ts';
import { phoneHref } from '../../../domain/japanese/contact.ts';
import { readContact } from '../../client/committees.ts';
import { setTitle } from '../../client/navigation.ts';
import { Reading } from '../../client/reading.ts';
import { Submission } from '../../client/submission.ts';
import { icon } from '../../ui/icons.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { pageSheet } from '../../ui/sheets/page.ts';
import './code-form.ts';
import type { Fired } from '../../ui/events.ts';
import { openEntered } from './open-entered.ts';

const faces = {
  revoked: {
    heading: 'この通知のコードは、使えなくなりました',
    text: '新しい開催通知が発行されたか、事務局が無効にしました。新しい通知が届いている場合は、そちらの二次元コードか8文字のコードをお使いください。',
  },
  expired: {
    heading: 'この通知の期限が過ぎました',
    text: '開催通知で資料を見られる期間が終わりました。資料をご覧になりたいときは、事務局にお電話ください。',
  },
  unknown: {
    heading: 'コードを確かめられませんでした',
    text: '読み取ったアドレスが途中で切れているか、1文字違っています。次のことをお確かめください。',
  },
} as const;

/** Why a letter's key did not open, whom to phone, and another try by hand. */
export class KeyPage extends LitElement {
  static override properties = {
    params: {},
    query: {},
  };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  /** Without it the page says where the letter prints it. */
  private readonly contact = new Reading<CommitteeContact>(this, {
    read: () => readContact(Number(this.query.get('committee'))),
    settles: () => true,
  });
  private readonly submission = new Submission(this);

  constructor() {
    super();
    this.params = {};
    this.query = new URLSearchParams();
  }

  private get reason(): keyof typeof faces {
    const { reason } = this.params;
    return reason === 'revoked' || reason === 'expired' ? reason : 'unknown';
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('query')) return;
    setTitle(faces[this.reason].heading);
    const committee = Number(this.query.get('committee'));
    this.contact.clear();
    if (Number.isInteger(committee) && committee > 0) void this.contact.load();
  }

  private open(event: Fired<'code-entered'>): void {
    void this.submission.submit({}, () => openEntered(event));
  }

  override render() {
    const face = faces[this.reason];
    return html`
      <h1>${face.heading}</h1>
      <p class="text">${face.text}</p>
      ${
        this.reason === 'unknown'
          ? html`<ul class="checks">
              <li>いちばん新しい開催通知を使っていますか。</li>
              <li>通知の折り目や汚れを避けて、明るいところで二次元コードを読み取ってください。</li>
              <li>下の欄に、通知の8文字のコードを入力しても開けます。</li>
            </ul>`
          : nothing
      }
      ${this.contact.value ? this.phone(this.contact.value) : this.phoneOnLetter()}
      <section class="card">
        <h2>コードを入力して開く</h2>
        <code-form .error=${this.submission.refusal} ?busy=${this.submission.busy} @code-entered=${this.open}></code-form>
      </section>
    `;
  }

  private phone(contact: CommitteeContact) {
    return html`<section class="card" aria-labelledby="contact">
      <h2 id="contact">お問い合わせ先</h2>
      <p>${contact.name}　事務局</p>
      <p>${contact.department}</p>
      <p><a class="button phone" href=${phoneHref(contact.phone)}>${icon('phone')}${contact.phone}</a></p>
      ${contact.email ? html`<p><a class="mail" href="mailto:${contact.email}">${contact.email}</a></p>` : nothing}
    </section>`;
  }

  private phoneOnLetter() {
    return html`<p class="text">うまくいかないときは、開催通知の下に書かれた<strong>問い合わせ先</strong>にお電話ください。</p>`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    css`
      :host {
        --width-column: 44rem;
      }
      .text {
        margin-top: 1rem;
      }
      .checks {
        margin-top: 1rem;
        padding-left: 1.5rem;
        list-style: disc;
      }
      .mail {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
      }
      .phone {
        margin: 0.75rem 0;
        font-size: 1.25rem;
      }
    `,
  ];
}
customElements.define('key-page', KeyPage);
