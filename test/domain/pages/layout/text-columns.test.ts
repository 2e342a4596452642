import { expect, test } from 'vitest';
import { compare, draw, pairs } from '../drawn-page.ts';

const columns = (left: readonly string[], right: readonly string[]) =>
  left.map((line, index) => `${line.padEnd(20, '　')}　　　${right[index] ?? ''}`).join('\n');

test('text in two columns is read down the left one first, and goes on at the top of the right one', () => {
  const report = (count: number, people: number) => `令和４年度　市政のあゆみ　相談と講座のまとめ

${columns(
  [
    '　市民相談の窓口を庁舎の一階に移しました',
    `。これにより相談件数は${count}件となり、前の`,
    '年度より大きく増えました。休日にも窓口を',
    '開いたことが理由と考えられます。今後も続',
    'けてまいります。図書館では、親子で楽しめ',
    'る催しを開き、その参加者は年度を通して延',
  ],
  [
    `べ${people}人でした。図書館の本は、一人当`,
    'たり十冊まで借りることができます。さらに',
    '電子図書館を始めました。多くの方にお使い',
    'いただいています。公民館では、地域の方の',
    '集まりを支えるため、部屋の予約を自宅から',
    'できるようにしました。ぜひお使いください',
  ],
)}`;
  expect(pairs(report(123, 456), report(130, 470))).toEqual([
    '令和４年度市政のあゆみ相談と講座のまとめ > これにより相談件数 | : 123件 → 130件',
    '図書館 > 参加者は年度を通して延べ | : 456人 → 470人',
  ]);
});

test('names beside names, and names beside amounts, are rows of a table', () => {
  const list = (amounts: readonly number[]) => `
施設のつかわれかた
${amounts.map((amount, i) => `あおぞらひろばのにわ${'一二三四五六'[i]}　　　　　　おひさまこうえんのいけ　　　　${amount}`).join('\n')}`;
  const labels = (text: string) =>
    compare(draw(text), draw(text)).quantities.map(({ label }) => label.split(' > ').at(-1));
  expect(labels(list([1, 2, 3, 4, 5, 6]))[0]).toBe('あおぞらひろばのにわ一おひさまこうえんのいけ');
});
