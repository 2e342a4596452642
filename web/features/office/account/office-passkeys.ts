import { html, LitElement, nothing } from 'lit';
import type { Passkey } from '../../../../contract/account.ts';
import { addPasskey, askForNewPasskey, removePasskey, renamePasskey } from '../../../client/account.ts';
import { sentenceOf } from '../../../client/client-error.ts';
import { makePasskey, passkeysWork } from '../../../client/passkeys.ts';
import { readForm } from '../../../client/submission.ts';
import { confirmAction } from '../../../ui/confirm.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { toast } from '../../../ui/toast.ts';
import '../../../ui/ui-field.ts';
import '../../../ui/ui-form-dialog.ts';
import { fire } from '../../../ui/events.ts';
import { askToSignIn, submissionOf } from '../answer.ts';
import { momentText } from '../dates.ts';
import { officeSheet } from '../office-sheet.ts';
import { accountSheet } from './account-sheet.ts';

/** The passkeys of one's account. @fires passkeys-changed when one was added, named or removed. */
export class OfficePasskeys extends LitElement {
  static override properties = {
    passkeys: { attribute: false },
    host: {},
    naming: { state: true },
  };
  declare passkeys: readonly Passkey[];
  /** The host's name that passkeys are made for. */
  declare host: string;
  declare private naming: Passkey | 'new' | null;
  private readonly submission = submissionOf(this);

  constructor() {
    super();
    this.passkeys = [];
    this.host = '';
    this.naming = null;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const name = (readForm(event.target as HTMLFormElement).name ?? '').trim();
    const errors = { name: name === '' ? 'パスキーの名前を入力してください。' : '' };
    const { naming } = this;
    const save = async () => {
      if (naming === 'new') await addPasskey({ ...(await makePasskey(await askForNewPasskey())), name });
      else if (naming) await renamePasskey(naming.id, name);
    };
    if (!(await this.submission.submit(errors, save))) return;
    this.renderRoot.querySelector('ui-form-dialog')?.close();
    this.naming = null;
    toast(
      naming === 'new'
        ? `パスキー「${name}」を登録しました。次のサインインから使います。`
        : 'パスキーの名前を変更しました。',
    );
    fire(this, 'passkeys-changed');
  }

  private async forget(passkey: Passkey): Promise<void> {
    const last = this.passkeys.length === 1;
    const agreed = await confirmAction({
      heading: `パスキー「${passkey.name}」を削除しますか`,
      text: `この端末ではパスキーを使えなくなります。${last ? 'ほかにパスキーがないので、これからはパスワードだけでサインインします。' : 'ほかのパスキーは、そのまま使えます。'}`,
      action: '削除する',
      danger: true,
    });
    if (!agreed) return;
    try {
      await removePasskey(passkey.id);
      toast(`パスキー「${passkey.name}」を削除しました。`);
      fire(this, 'passkeys-changed');
    } catch (error) {
      if (!askToSignIn(error)) toast(sentenceOf(error));
    }
  }

  override render() {
    const works = passkeysWork(this.host);
    return html`<section>
        <h2>パスキー</h2>
        <p>
          パスワードの後に、指紋や顔、端末の暗証番号などでも確認します。パスワードを知られても、サインインされません。
        </p>
        ${this.passkeys.length > 0 ? this.list() : html`<p class="weak">パスキーはまだ登録されていません。</p>`}
        ${
          this.passkeys.length === 1
            ? html`<p class="weak">端末をなくしたときに備えて、もう１つ登録することをお勧めします。</p>`
            : nothing
        }
        ${
          works
            ? html`<button
                class="button"
                @click=${() => {
                  this.naming = 'new';
                }}
              >
                パスキーを登録
              </button>`
            : html`<p>
                この画面のアドレスまたはブラウザーでは、パスキーを登録できません。https で始まる ${this.host}
                のアドレスで開くと登録できます。
              </p>`
        }
      </section>
      ${this.naming ? this.form(this.naming) : nothing}`;
  }

  private list() {
    return html`<ul class="list">
      ${this.passkeys.map(
        (passkey) => html`<li>
          <div>
            <strong>${passkey.name}</strong><br />
            <span class="weak">
              ${momentText(passkey.createdAt)}に登録　${passkey.lastUsedAt ? `最後の利用：${momentText(passkey.lastUsedAt)}` : 'まだ使われていません'}
            </span>
          </div>
          <div>
            <button
              class="button quiet"
              aria-label="パスキー「${passkey.name}」の名前を変更"
              @click=${() => {
                this.naming = passkey;
              }}
            >
              名前を変更
            </button>
            <button class="button quiet" aria-label="パスキー「${passkey.name}」を削除" @click=${() => this.forget(passkey)}>
              削除
            </button>
          </div>
        </li>`,
      )}
    </ul>`;
  }

  private form(naming: Passkey | 'new') {
    const { errors, refusal, busy } = this.submission;
    const fresh = naming === 'new';
    return html`<ui-form-dialog
      heading=${fresh ? 'パスキーを登録' : 'パスキーの名前を変更'}
      action=${fresh ? '登録に進む' : '保存する'}
      error=${refusal}
      ?busy=${busy}
      @dialog-closed=${() => {
        this.naming = null;
      }}
    >
      <form class="fields" @submit=${this.submit} novalidate>
        ${fresh ? html`<p>「登録に進む」を押すと、ブラウザーが指紋や暗証番号などを尋ねます。画面の案内に従ってください。</p>` : nothing}
        <ui-field
          label="パスキーの名前"
          name="name"
          hint="どの端末か分かる名前。例：庁舎のパソコン"
          autocomplete="off"
          maxlength="40"
          required
          value=${fresh ? '' : naming.name}
          error=${errors.name ?? ''}
        ></ui-field>
      </form>
    </ui-form-dialog>`;
  }

  static override styles = [baseSheet, pageSheet, officeSheet, accountSheet];
}
customElements.define('office-passkeys', OfficePasskeys);

declare global {
  interface PortalEvents {
    'passkeys-changed': null;
  }
  interface HTMLElementTagNameMap {
    'office-passkeys': OfficePasskeys;
  }
}
