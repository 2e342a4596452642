import { expect, test } from 'vitest';
import { draw, pairs } from '../drawn-page.ts';

/** A speech of lines 200 points wide with a framed box beside its second to fourth line. */
function speech(year: number, care: number, club: number, lent: number) {
  const beside = (left: string, right: string) => `${left.padEnd(20, '　')}　　　${right}`;
  const { pages, pageLabels } = draw(`
令和${year}年度　施政方針
　本市の待機児童数は、昨年四月現在で${care}人となりました。本年度も関係団体とともに着実に取り組んでまいります。
${beside('　引き続き取り組みます。放課後児童クラブ', 'コラム')}
${beside(`につきましては、定員を${club}人に拡大いたし`, `図書館の貸出は${lent}`)}
${beside('ます。長い休みの間も、お子さんが安心して', '冊となりました。')}
過ごすことができる場所を、市内のすべての地区に設け、地域の皆様とともに守ってまいります。`);
  const frame = [
    [272, 108, 400, 108.5],
    [272, 160, 400, 160.5],
    [272, 108, 272.5, 160],
    [400, 108, 400.5, 160],
  ] as const;
  return { pages: [{ ...pages[0]!, rules: frame }], pageLabels };
}

test('a box of text beside a speech is read by itself, and the sentence beside it goes on', () => {
  expect(pairs(speech(5, 42, 935, 3669), speech(6, 31, 924, 3722))).toEqual([
    'コラム > 図書館の貸出 | : 3669冊 → 3722冊',
    '令和6年度施政方針 > 本市の待機児童数 | : 42人 → 31人',
    '放課後児童クラブ > 定員 | : 935人 → 924人',
  ]);
});
