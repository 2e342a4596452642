import { css, html, LitElement } from 'lit';
import { setTitle } from '../../client/navigation.ts';
import { icon } from '../../ui/icons.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { pageSheet } from '../../ui/sheets/page.ts';
import '../../ui/ui-page-header.ts';

interface Step {
  /** As the portal shows it, made by `npm run screenshots`; none where words say it all. */
  readonly picture: string | null;
  readonly heading: string;
  readonly sentences: readonly string[];
}

const picture = (name: 'reader' | 'beside' | 'find' | 'notes' | 'wording' | 'reply') =>
  new URL(`./pictures/${name}.png`, import.meta.url).href;
const scan = new URL('./pictures/scan.svg', import.meta.url).href;

const steps: readonly Step[] = [
  {
    picture: scan,
    heading: '通知の二次元コードを読み取る',
    sentences: [
      'スマートフォンやタブレットのカメラを、開催通知の四角い模様に向けます。画面に出た文字を押すと、会議の画面が開きます。',
      '読み取れないときは、最初の画面で、通知にある8文字のコードを入力してください。',
    ],
  },
  {
    picture: picture('reader'),
    heading: '資料を読む',
    sentences: [
      '資料の名前を押すと開きます。「次へ」「前へ」を押すか、指で横になでると、ページが変わります。',
      '２本の指で広げると大きくなります。',
    ],
  },
  {
    picture: picture('beside'),
    heading: '昨年の資料と並べる',
    sentences: [
      '「並べて見る」を押すと、昨年の同じ資料がとなりに出ます。ページは内容に合わせて、いっしょに動きます。',
      '行を押すと、昨年の同じ行に印が付き、数値の差が出ます。',
    ],
  },
  {
    picture: picture('find'),
    heading: '言われた場所へ行く',
    sentences: [
      '「さがす」を押して、「資料１の9ページ」「№３-７」のように、会議で言われたまま入力します。言葉もさがせます。',
    ],
  },
  {
    picture: picture('notes'),
    heading: '資料に書き込む',
    sentences: [
      '「書き込み」を押して、ペンやメモを選び、紙面に書きます。ほかの人には見えません。すぐに保存され、ほかの端末でも見られます。',
    ],
  },
  {
    picture: picture('wording'),
    heading: '文字で読む・読み上げる',
    sentences: [
      '資料の「メニュー」から「文字で読む・読み上げる」を選ぶと、大きな文字と表で読めます。昨年の値も添えられます。',
    ],
  },
  {
    picture: picture('reply'),
    heading: '出欠と紙の資料を答える',
    sentences: [
      '会議の画面の「お返事」で、出席・オンライン・欠席と、紙の資料がいるかどうかを選びます。期限までは変えられます。',
    ],
  },
  {
    picture: null,
    heading: 'こまったとき',
    sentences: ['会議の画面のいちばん下に、事務局の電話番号があります。'],
  },
];

/** 使い方: one page, to be read and to be printed for those who ask. */
export class HelpPage extends LitElement {
  static override properties = { params: {}, query: {} };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;

  constructor() {
    super();
    this.params = {};
  }

  override connectedCallback(): void {
    super.connectedCallback();
    setTitle('使い方');
  }

  override render() {
    return html`<ui-page-header heading="使い方">
        <button class="button" @click=${() => window.print()}>${icon('print')}印刷</button>
      </ui-page-header>
      <ol>
        ${steps.map(
          ({ picture, heading, sentences }) => html`<li>
            ${picture ? html`<img src=${picture} alt="" width="720" height="500" loading="lazy" />` : icon('phone')}
            <div>
              <h2>${heading}</h2>
              ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
            </div>
          </li>`,
        )}
      </ol>`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    css`
      ol {
        display: grid;
        gap: 1.25rem;
      }
      li {
        display: grid;
        grid-template-columns: 15rem minmax(0, 1fr);
        align-items: center;
        gap: 0.75rem 1.5rem;
        padding: 1rem 0;
        border-top: 1px solid var(--color-line-weak);
        font-size: 1.125rem;
        break-inside: avoid;
      }
      img {
        display: block;
        width: 100%;
        height: auto;
        aspect-ratio: 720 / 500;
        object-fit: contain;
        border: 1px solid var(--color-line-weak);
        border-radius: var(--border-radius-8);
      }
      li > svg {
        width: 4rem;
        height: 4rem;
        margin: 0 auto;
        color: var(--color-key);
        stroke-width: 1.25;
      }
      @media (max-width: 40rem) {
        li {
          grid-template-columns: minmax(0, 1fr);
        }
        li > svg {
          margin: 0;
        }
      }
      h2 {
        margin-bottom: 0.25rem;
      }
      /* one sheet of A4 */
      @media print {
        :host {
          padding: 0;
        }
        ol {
          gap: 0;
        }
        li {
          grid-template-columns: 41mm minmax(0, 1fr);
          gap: 5mm;
          padding: 1.5mm 0;
          font-size: 11pt;
          line-height: 1.5;
        }
        li > svg {
          width: 14mm;
          height: 14mm;
        }
        h2 {
          margin: 0;
          font-size: 13pt;
        }
      }
    `,
  ];
}
customElements.define('help-page', HelpPage);
