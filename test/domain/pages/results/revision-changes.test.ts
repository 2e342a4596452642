import { expect, test } from 'vitest';
import { compareDocuments } from '../../../../domain/pages/comparison/compare-documents.ts';
import { revisionChanges } from '../../../../domain/pages/results/revision-changes.ts';
import { draw } from '../drawn-page.ts';

const printed = (entries: readonly { label: { printed: string } }[]) => entries.map(({ label }) => label.printed);

test('a replacement: what changed, what was reworded, what came and what went', () => {
  const replaced = `
    取組の一覧（単位：千円）
    | 区分       | 金額 |
    | 収納率向上 | 100  |
    | 広告収入   | 200  |
    | 使用料     | 300  |
    　会議は公開とし、傍聴は先着順に受け付けます。
  `;
  const replacement = `
    取組の一覧（単位：千円）
    | 区分       | 金額 |
    | 収納率向上 | 150  |
    | 広告収入   | 200  |
    | 寄附金     | 400  |
    　会議は公開とし、傍聴は抽選により受け付けます。
  `;
  const changes = revisionChanges(compareDocuments(draw(replaced), draw(replacement)));
  expect(changes.changed.map((pair) => [pair.older.quantity.text, pair.newer.quantity.text])).toEqual([['100', '150']]);
  expect(printed(changes.reworded.map((row) => row.newer.entry))).toEqual([
    '会議は公開とし、傍聴は抽選により受け付けます。',
  ]);
  expect(printed(changes.added)).toEqual(['寄附金']);
  expect(printed(changes.removed)).toEqual(['使用料']);
  expect(changes.moved).toEqual([]);
});

test('the same revision again changed nothing', () => {
  const page = '　総額は、100千円です。\n| 区分 | 金額 |\n| 甲 | 1 |';
  const { changed, reworded, added, removed, moved } = revisionChanges(compareDocuments(draw(page), draw(page)));
  expect([changed, reworded, added, removed, moved].flat()).toEqual([]);
});
