import { html } from 'lit';
import { files, paths } from '../../../client/paths.ts';
import { icon } from '../../../ui/icons.ts';

/** What goes with the letters, or stands for them. */
export function besidePaper(meetingId: number, saveMessages: () => void) {
  return html`<section class="no-print" aria-labelledby="beside-paper">
    <h2 id="beside-paper">通知のほかに</h2>
    <ul class="stack">
      <li>
        <a class="target" href=${files.helpSheet(meetingId)} target="_blank">「会議の資料の見方」（同封する案内のPDF）</a>
        <p>二次元コードの読み取り方と、開いた画面を、絵で説明した1枚です。通知といっしょにお送りください。</p>
      </li>
      <li>
        <a class="target" href=${paths.officeWall(meetingId)}>会場の画面に映す二次元コード</a>
        <p>当日、会場の大きな画面から、お手元の端末で開いていただけます。</p>
      </li>
      <li>
        <strong>メールやその場で渡す</strong>
        <p>お一人ずつは、下の一覧で、委員の「…」から「メールや画面で渡す」を選びます。</p>
        <button class="button" @click=${saveMessages}>${icon('download')}全員分のメールの文を保存（CSV）</button>
      </li>
    </ul>
  </section>`;
}
