import { css, html, LitElement } from 'lit';
import { setTitle } from '../../client/navigation.ts';
import { type IconName, icon } from '../../ui/icons.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { pageSheet } from '../../ui/sheets/page.ts';
import '../../ui/ui-page-header.ts';

interface Step {
  readonly picture: IconName;
  readonly heading: string;
  readonly sentences: readonly string[];
}

const steps: readonly Step[] = [
  {
    picture: 'fit',
    heading: '通知の二次元コードを読み取る',
    sentences: [
      'スマートフォンやタブレットのカメラを、開催通知の四角い模様に向けます。画面に出た文字を押すと、会議の画面が開きます。',
      '読み取れないときは、最初の画面で、通知にある8文字のコードを入力してください。',
    ],
  },
  {
    picture: 'file',
    heading: '資料を読む',
    sentences: [
      '資料の名前を押すと開きます。「次へ」「前へ」を押すか、指で横になでると、ページが変わります。',
      '２本の指で広げると大きくなります。',
    ],
  },
  {
    picture: 'beside',
    heading: '昨年の資料と並べる',
    sentences: [
      '「並べて見る」を押すと、昨年の同じ資料がとなりに出ます。ページは内容に合わせて、いっしょに動きます。',
      '行を押すと、昨年の同じ行に印が付き、数値の差が出ます。',
    ],
  },
  {
    picture: 'search',
    heading: '言われた場所へ行く',
    sentences: [
      '「さがす」を押して、「資料１の9ページ」「№３-７」のように、会議で言われたまま入力します。言葉もさがせます。',
    ],
  },
  {
    picture: 'list',
    heading: '文字で読む・読み上げる',
    sentences: [
      '資料の「メニュー」から「文字で読む・読み上げる」を選ぶと、大きな文字と表で読めます。昨年の値も添えられます。',
    ],
  },
  {
    picture: 'check',
    heading: '出欠と紙の資料を答える',
    sentences: [
      '会議の画面の「お返事」で、出席・オンライン・欠席と、紙の資料がいるかどうかを選びます。期限までは変えられます。',
    ],
  },
  {
    picture: 'phone',
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
            ${icon(picture)}
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
        grid-template-columns: 4rem minmax(0, 1fr);
        gap: 1rem;
        padding: 1rem 0;
        border-top: 1px solid var(--color-line-weak);
        font-size: 1.125rem;
        break-inside: avoid;
      }
      li > svg {
        width: 4rem;
        height: 4rem;
        color: var(--color-key);
        stroke-width: 1.25;
      }
      h2 {
        margin-bottom: 0.25rem;
      }
    `,
  ];
}
customElements.define('help-page', HelpPage);
