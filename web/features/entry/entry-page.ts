import { css, html, LitElement } from 'lit';
import { navigate, setTitle } from '../../client/navigation.ts';
import { paths } from '../../client/paths.ts';
import { readSession } from '../../client/sessions.ts';
import { Submission } from '../../client/submission.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { pageSheet } from '../../ui/sheets/page.ts';
import './code-form.ts';
import type { Fired } from '../../ui/events.ts';
import { openEntered } from './open-entered.ts';

/** The front door: a member types the letter's code; one whose key is still good goes straight on. */
export class EntryPage extends LitElement {
  static override properties = { params: {}, query: {} };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  private readonly submission = new Submission(this);

  override connectedCallback(): void {
    super.connectedCallback();
    setTitle('会議資料を見る');
    readSession().then(
      ({ member, setUpNeeded }) => {
        if (!this.isConnected) return;
        if (setUpNeeded) navigate(paths.officeSetUp, { replace: true });
        else if (member) navigate(paths.meeting(member.meetingId), { replace: true });
      },
      () => undefined,
    );
  }

  private open(event: Fired<'code-entered'>): void {
    void this.submission.submit({}, () => openEntered(event));
  }

  override render() {
    return html`
      <h1>会議資料を見る</h1>
      <p class="lead">委員の方は、お手元の<strong>開催通知</strong>をご用意ください。</p>
      <div class="ways">
        <section class="card" aria-labelledby="scan">
          <h2 id="scan">カメラで読み取る</h2>
          <ol>
            <li><span>スマートフォンやタブレットの<strong>カメラ</strong>を開きます。</span></li>
            <li><span>開催通知の<strong>二次元コード</strong>に向けます。</span></li>
            <li><span>画面に出た<strong>リンク</strong>に触れると、資料が開きます。</span></li>
          </ol>
          <p class="weak">アプリの登録も、パスワードもいりません。</p>
        </section>
        <section class="card" aria-labelledby="type">
          <h2 id="type">コードを入力する</h2>
          <code-form .error=${this.submission.refusal} ?busy=${this.submission.busy} @code-entered=${this.open}></code-form>
        </section>
      </div>
      <p class="office"><a href=${paths.office}>事務局の方はこちら</a></p>
    `;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    css`
      .lead {
        margin-top: 0.5rem;
        font-size: 1.125rem;
      }
      .ways {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
        gap: 1.5rem;
        margin-top: 1.5rem;
      }
      .ways section {
        margin: 0;
      }
      ol {
        counter-reset: step;
        display: grid;
        gap: 1rem;
        margin-bottom: 1.25rem;
      }
      li {
        counter-increment: step;
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0.75rem;
      }
      li::before {
        content: counter(step);
        width: 1.75rem;
        border-radius: 50%;
        background: var(--color-key);
        color: var(--color-neutral-white);
        font-weight: 700;
        line-height: 1.75rem;
        height: 1.75rem;
        text-align: center;
      }
      .office {
        margin-top: 2.5rem;
      }
      .office a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
      }
    `,
  ];
}
customElements.define('entry-page', EntryPage);
