import { css, html, LitElement, type PropertyValues } from 'lit';
import type { Meeting } from '../../../../contract/meetings.ts';
import type { Wall } from '../../../../contract/notices.ts';
import { fullTitle } from '../../../../domain/meetings/ordinal.ts';
import { readMeeting } from '../../../client/meetings.ts';
import { setTitle } from '../../../client/navigation.ts';
import { readWall } from '../../../client/notices.ts';
import { paths } from '../../../client/paths.ts';
import { readingFace } from '../../../faces/reading-face.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-page-header.ts';
import { wordsOf } from '../missing.ts';
import '../office-frame.ts';
import { answerOf } from '../answer.ts';
import { officeSheet } from '../office-sheet.ts';

interface Told {
  readonly meeting: Meeting;
  readonly wall: Wall;
}

/**
 * For the screen of the hall: the meeting's address as a large QR code. It holds nobody's key: a device that a letter was opened on
 * goes straight in, any other asks for a letter's code.
 */
export class OfficeWallPage extends LitElement {
  static override properties = { params: {}, query: {} };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  private readonly told = answerOf<Told>(this, async () => {
    const id = Number(this.params.id);
    const [meeting, wall] = await Promise.all([readMeeting(id), readWall(id)]);
    return { meeting, wall };
  });

  constructor() {
    super();
    this.params = {};
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('params')) return;
    this.told.clear();
    void this.told.load();
  }

  override updated(): void {
    if (this.told.value) setTitle(`会場の画面　${this.told.value.meeting.title}`);
  }

  private fill(): void {
    void this.renderRoot.querySelector('.wall')?.requestFullscreen();
  }

  override render() {
    return html`<office-frame current="committees">
      ${readingFace(this.told, (told) => this.whole(told), wordsOf('会議'))}
    </office-frame>`;
  }

  private whole({ meeting, wall }: Told) {
    return html`<ui-page-header
        heading="会場の画面に映す"
        over=${meeting.title}
        back-href=${paths.officeNotices(meeting.id)}
        back-label="開催通知"
      >
        <button class="button primary" @click=${this.fill}>画面いっぱいに映す</button>
      </ui-page-header>
      <p class="reading">
        この二次元コードには、どなたの鍵も入っていません。通知を開いたことのある端末では、そのまま資料が開きます。はじめての端末では、通知にある8文字のコードを入力していただきます。傍聴の方が読み取っても、資料は開きません。
      </p>
      <div class="wall" role="region" aria-label="会場に映す画面">
        <h2>${fullTitle(meeting)}</h2>
        <img src="data:image/svg+xml,${encodeURIComponent(wall.qr)}" alt="会議の画面を開く二次元コード" />
        <div class="words">
          <ol>
            <li>カメラを二次元コードに<wbr />向けます。</li>
            <li>画面に出た案内を<wbr />押します。</li>
            <li>コードを求められたら、<wbr />開催通知の8文字を<wbr />入力します。</li>
          </ol>
          <p>通知をお持ちでない方は、事務局にお声がけください。</p>
          <p class="address">${wall.entrance}</p>
        </div>
      </div>`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    css`
      .wall {
        --wall-type: clamp(1.125rem, 2.2vw, 2.75rem);
        display: grid;
        grid-template-columns: minmax(0, 4fr) minmax(0, 5fr);
        align-content: center;
        align-items: center;
        gap: calc(var(--wall-type) * 1) calc(var(--wall-type) * 2);
        margin-top: 1.5rem;
        padding: calc(var(--wall-type) * 1.5);
        border: 1px solid var(--color-line);
        background: var(--color-neutral-white);
        font-size: var(--wall-type);
        word-break: keep-all;
      }
      .wall:fullscreen {
        --wall-type: clamp(1.5rem, 2.6vw, 4rem);
        border: 0;
      }
      h2 {
        grid-column: 1 / -1;
        font-size: 1.25em;
        text-align: center;
      }
      img {
        width: 100%;
        max-height: 70vh;
        object-fit: contain;
        image-rendering: pixelated;
      }
      .words {
        display: grid;
        gap: 1em;
      }
      ol {
        display: grid;
        gap: 0.75em;
        padding-left: 1.5em;
        list-style: decimal;
      }
      li {
        padding-left: 0.25em;
        font-weight: 700;
      }
      .address {
        overflow-wrap: anywhere;
      }
      @container (max-width: 48rem) {
        .wall {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
}
customElements.define('office-wall-page', OfficeWallPage);
