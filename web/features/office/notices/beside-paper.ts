import { html } from 'lit';
import { paths } from '../../../client/paths.ts';

/** What goes with the letters, or stands for them. */
export function besidePaper(meetingId: number) {
  return html`<section class="no-print" aria-labelledby="beside-paper">
    <h2 id="beside-paper">通知のほかに</h2>
    <ul class="stack">
      <li>
        <a class="target" href=${paths.officeWall(meetingId)}>会場の画面に映す二次元コード</a>
        <p>当日、会場の大きな画面から、お手元の端末で開いていただけます。</p>
      </li>
      <li>
        <strong>メールやその場で渡す</strong>
        <p>下の一覧で、委員の「…」から「メールや画面で渡す」を選びます。</p>
      </li>
    </ul>
  </section>`;
}
