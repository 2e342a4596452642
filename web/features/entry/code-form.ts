import { css, html, LitElement } from 'lit';
import { linkKeyLength, readKey, typedCodeLength } from '../../../domain/meetings/key.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import '../../ui/ui-field.ts';
import { fire } from '../../ui/events.ts';

/**
 * Where a member types the eight characters of the letter. `error` is what the portal answered.
 * @fires code-entered with the code as it is meant, or the letter's 16-character key.
 */
export class CodeForm extends LitElement {
  static override properties = {
    error: {},
    busy: { type: Boolean },
    code: { state: true },
    ownError: { state: true },
  };
  declare error: string;
  declare busy: boolean;
  declare private code: string;
  declare private ownError: string;

  constructor() {
    super();
    this.error = '';
    this.busy = false;
    this.code = '';
    this.ownError = '';
  }

  private submit(event: Event): void {
    event.preventDefault();
    if (this.busy) return;
    const code = readKey(this.code, typedCodeLength);
    const key = readKey(this.code, linkKeyLength);
    this.ownError = code || key ? '' : helpWith(this.code);
    if (code) fire(this, 'code-entered', { code });
    else if (key) fire(this, 'code-entered', { key });
    else this.renderRoot.querySelector('ui-field')?.focus();
  }

  override render() {
    return html`<form @submit=${this.submit} novalidate>
      <ui-field
        large
        label="通知に書かれたコード（8文字）"
        hint="例：ABCD-2345　大文字・小文字、全角・半角、ハイフンのあるなしは、どれでもかまいません。"
        name="code"
        autocomplete="off"
        autocapitalize="characters"
        maxlength="40"
        .value=${this.code}
        .error=${this.ownError || this.error}
        @input=${(event: Event) => {
          this.code = (event.target as HTMLInputElement & { value: string }).value;
        }}
      ></ui-field>
      <button class="button primary" ?disabled=${this.busy}>${this.busy ? '開いています…' : '資料を開く'}</button>
    </form>`;
  }

  static override styles = [
    baseSheet,
    css`
      form {
        display: grid;
        gap: 1.25rem;
      }
      .button {
        min-height: 3.5rem;
        font-size: 1.25rem;
      }
    `,
  ];
}

function helpWith(typed: string): string {
  const length = [...typed.normalize('NFKC').replace(/[\s\-‐‑–—−ー・.]/g, '')].length;
  if (length === 0) return 'コードを入力してください。開催通知の二次元コードの横に書かれています。';
  if (length < typedCodeLength)
    return `${length}文字しか入力されていません。コードは8文字です。続きを入力してください。`;
  if (length > typedCodeLength) return `${length}文字入力されています。コードは8文字です。余分な文字を消してください。`;
  return 'コードに使われない文字が入っています。コードは数字とアルファベットだけです。通知をもう一度ご確認ください。';
}

customElements.define('code-form', CodeForm);

declare global {
  interface PortalEvents {
    'code-entered': { code: string } | { key: string };
  }
  interface HTMLElementTagNameMap {
    'code-form': CodeForm;
  }
}
