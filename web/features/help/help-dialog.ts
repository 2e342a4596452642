import { css, html, LitElement } from 'lit';
import type { Appearance } from '../../../contract/sessions.ts';
import { appearance } from '../../client/appearance.ts';
import { paths } from '../../client/paths.ts';
import { changeAppearance, readSession } from '../../client/sessions.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import '../../ui/ui-choices.ts';
import '../../ui/ui-dialog.ts';

const sizeChoices = [
  { value: 'normal', label: '標準' },
  { value: 'large', label: '大きい' },
  { value: 'largest', label: 'とても大きい' },
];
const contrastChoices = [
  { value: 'normal', label: '標準' },
  { value: 'high', label: 'はっきり' },
];
const motionChoices = [
  { value: 'normal', label: '標準' },
  { value: 'reduced', label: 'おさえる' },
];
const keys = [
  ['→　←', '次のページ・前のページ'],
  ['PageDown　PageUp', '画面の続き・前'],
  ['↑　↓', '少しだけ上下に動く・となりの行や項目へ移る'],
  ['Home　End', '最初のページ・最後のページ'],
  ['＋　−', '拡大・縮小'],
  ['/', 'ページへ行く・言葉をさがす'],
  ['Tab　Enter', '次の行やボタンへ・選ぶ'],
  ['Ctrl＋Z　Ctrl＋Y', '書き込みを元に戻す・やり直す'],
  ['Esc', '閉じる・選ぶのをやめる'],
  ['?', 'この画面を開く'],
] as const;

/** How the portal looks to this person, its keys, and the way to the help; opens from every screen, by `?` too. */
export class HelpDialog extends LitElement {
  static override properties = { shown: { state: true }, isMember: { state: true } };
  declare private shown: Appearance;
  declare private isMember: boolean;

  constructor() {
    super();
    this.shown = appearance();
    this.isMember = false;
  }

  async show(): Promise<void> {
    this.shown = appearance();
    readSession().then(
      ({ member }) => {
        this.isMember = member !== null;
      },
      () => undefined,
    );
    await this.updateComplete;
    await this.renderRoot.querySelector('ui-dialog')?.show();
  }

  private change(changed: Partial<Appearance>): void {
    this.shown = { ...this.shown, ...changed };
    changeAppearance(this.shown).catch(() => undefined);
  }

  override render() {
    const chosen = (event: Event) => (event.target as HTMLElementTagNameMap['ui-choices']).value;
    return html`<ui-dialog heading="文字の大きさ・使い方" wide>
      <div class="stack">
        <ui-choices
          label="文字の大きさ"
          .value=${this.shown.textSize}
          .choices=${sizeChoices}
          @change=${(event: Event) => this.change({ textSize: chosen(event) as Appearance['textSize'] })}
        ></ui-choices>
        <ui-choices
          label="文字と線の濃さ"
          .value=${this.shown.contrast}
          .choices=${contrastChoices}
          @change=${(event: Event) => this.change({ contrast: chosen(event) as Appearance['contrast'] })}
        ></ui-choices>
        <ui-choices
          label="画面の動き"
          .value=${this.shown.motion}
          .choices=${motionChoices}
          @change=${(event: Event) => this.change({ motion: chosen(event) as Appearance['motion'] })}
        ></ui-choices>
        <p class="weak">${this.isMember ? 'ほかの端末で見るときも、同じ見え方になります。' : 'この端末での見え方です。'}資料そのものの大きさは、指で広げるか「拡大」で変えられます。</p>
        <p>
          <a class="button" href=${paths.help} @click=${() => this.renderRoot.querySelector('ui-dialog')?.close()}>使い方を見る</a>
        </p>
        <table>
          <caption>
            キーボードで使うとき
          </caption>
          <tbody>
            ${keys.map(
              ([key, words]) => html`<tr>
                <th scope="row"><kbd>${key}</kbd></th>
                <td>${words}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </ui-dialog>`;
  }

  static override styles = [
    baseSheet,
    css`
      .stack {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1.25rem;
      }
      .weak {
        color: var(--color-text-weak);
      }
      table {
        border-collapse: collapse;
      }
      caption {
        padding-bottom: 0.25rem;
        font-weight: 700;
        text-align: start;
      }
      th,
      td {
        padding: 0.375rem 0.75rem 0.375rem 0;
        border-top: 1px solid var(--color-line-weak);
        text-align: start;
        font-weight: 400;
        word-break: auto-phrase;
      }
      kbd {
        font: inherit;
        white-space: nowrap;
      }
    `,
  ];
}
customElements.define('help-dialog', HelpDialog);

declare global {
  interface HTMLElementTagNameMap {
    'help-dialog': HelpDialog;
  }
}
