import { html } from 'lit';
import { icon } from '../icons.ts';
import type { ShownPage } from './page-source.ts';

/** In the place of a page whose picture did not arrive. */
export function missingPicture(again: () => void) {
  return html`<div class="failed" role="alert">
    <p>このページを読み込めませんでした。インターネットの接続を確かめてください。</p>
    <button class="button" @click=${again}>${icon('swap')}もう一度読み込む</button>
  </div>`;
}

const reasons = {
  damaged: 'ファイルのこの部分が壊れているため、表示できません。',
  too_complex: '内容が複雑すぎるため、表示できません。',
} as const;

/** In the place of a page that could not be read or drawn. */
export function unreadPage(number: number, problem: NonNullable<ShownPage['problem']>) {
  return html`<div class="failed">
    <p><strong>先頭から${number}枚目のページ</strong></p>
    <p>${reasons[problem]}ほかのページはご覧になれます。このページが必要なときは、事務局にお問い合わせください。</p>
  </div>`;
}
