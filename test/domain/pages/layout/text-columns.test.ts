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
    '図書館 > 参加者 | : 456人 → 470人',
  ]);
});

test('the last column of a speech may hold a few lines only', () => {
  const speech = (count: number, people: number) => `令和４年度　市政のあゆみ

${columns(
  [
    '　市民相談の窓口を庁舎の一階に移しました',
    '。これにより多くの方が来られ、前の年度よ',
    'り大きく増えました。休日にも窓口を開いた',
    'ことが理由と考えられます。相談の開催回数',
    `は${count}回でした。今後も続けてまいります。図`,
    'たり十冊まで借りることができます。さらに',
    '電子図書館を始めました。多くの方にお使い',
    'いただいています。公民館では、地域の方の',
    'できるようにしました。ぜひお使いください',
    '。図書館では、親子で楽しめる催しを開き、',
  ],
  [`参加者数は${people}人でした。今後も続けて`, 'まいりますので、御参加ください。'],
)}`;
  expect(pairs(speech(12, 456), speech(15, 470))).toEqual([
    '令和４年度市政のあゆみ > 相談の開催回数 | : 12回 → 15回',
    '図書館 > 参加者数 | : 456人 → 470人',
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

test('a heading at the same height in the other column parts no sentence', () => {
  const report = (count: number) => {
    const text = columns(
      [
        '　市民相談の窓口を庁舎の一階に移しました',
        '。これにより多くの方が来られ、前の年度よ',
        'り大きく増えました。休日にも窓口を開いた',
        'ことが理由と考えられます。相談の開催回数',
        `は${count}回でした。今後も続けてまいります。図`,
        '書館では、親子で楽しめる催しを開きました',
      ],
      [
        'べ、お待ちいただく時間が短くなりました。',
        'たり十冊まで借りることができます。さらに',
        '電子図書館を始めました。多くの方にお使い',
        '学びの場について',
        'できるようにしました。ぜひお使いください',
        'いただいています。公民館では、地域の方の',
      ],
    );
    const { pages, pageLabels } = draw(`令和４年度　市政のあゆみ\n\n${text}`);
    const isTall = (x: number, y: number) => x > 270 && y > 150 && y < 165;
    const characters = pages[0]!.characters.map((character) => {
      const [x0, y0, x1, y1] = character.box;
      return isTall(x0, y0) ? { ...character, box: [x0, y0 - 1, x1, y1 + 1] as const } : character;
    });
    return { pages: [{ ...pages[0]!, characters }], pageLabels };
  };
  expect(pairs(report(12), report(15))).toEqual(['令和４年度市政のあゆみ > 相談の開催回数 | : 12回 → 15回']);
});
