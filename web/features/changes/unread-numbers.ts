import { html, nothing } from 'lit';
import type { UnreadPage } from '../../../contract/comparisons.ts';
import { pageName } from '../../../domain/meetings/page-name.ts';
import type { RowNames } from './change-row.ts';

/** What leads to a number: its page, and where on it. */
export type UnreadHref = (page: UnreadPage, number: UnreadPage['numbers'][number]) => string;

/** Numbers that the list cannot know of, by page, each a tap from its place; `open` on paper, where nothing can be opened. */
export function unreadNumbers(pages: readonly UnreadPage[], names: RowNames, open: boolean, hrefOf: UnreadHref) {
  if (pages.length === 0) return nothing;
  const count = pages.reduce((sum, { numbers }) => sum + numbers.length, 0);
  return html`<details class="unread" ?open=${open}>
    <summary>読み取れなかった数値が${count.toLocaleString()}件あります</summary>
    <p>どの行の数値か分からないため、下の一覧に入っていません。ページを開いて、お確かめください。</p>
    ${(['newer', 'older'] as const).map((side) => {
      const own = pages.filter((page) => page.side === side);
      return own.length === 0
        ? nothing
        : html`<h2>${names[side]}の資料</h2>
            <ul>${own.map((page) => unreadPage(page, names[side], hrefOf))}</ul>`;
    })}
  </details>`;
}

function unreadPage(page: UnreadPage, name: string, hrefOf: UnreadHref) {
  const { numbers } = page;
  const place = pageName({ number: page.page, label: page.pageLabel });
  return html`<li>
    <strong>${place}</strong>
    このページの数値のうち${numbers.length.toLocaleString()}件は読み取れませんでした。
    <span class="numbers"
      >${numbers.map(
        (number) =>
          html`<a href=${hrefOf(page, number)} aria-label="${name}の${place}の「${number.text}」を開く">${number.text}</a>`,
      )}</span
    >
  </li>`;
}
