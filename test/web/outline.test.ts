import { expect, test } from 'vitest';
import { shownOutline } from '../../web/ui/page-view/outline.ts';

/** Lines by their depth, drawn with two spaces a level. */
function drawn(text: string) {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ title: line.trim(), page: 1, depth: /^ */.exec(line)![0].length / 2 }));
}

const plan = drawn(`
集中改革プラン
  №1
    実績
    課題
  №2
    実績
`);
const titles = (opened: number[]) => shownOutline(plan, new Set(opened)).map(({ title }) => title);

test('the headings that repeat under each of the others are folded away, and opened one by one', () => {
  expect(titles([])).toEqual(['集中改革プラン', '№1', '№2']);
  expect(titles([1])).toEqual(['集中改革プラン', '№1', '実績', '課題', '№2']);
  expect(shownOutline(plan, new Set()).filter(({ folds }) => folds)).toHaveLength(2);
});

test('an outline of one level stands as it is', () => {
  expect(shownOutline(drawn('あ\nい'), new Set()).map(({ folds }) => folds)).toEqual([false, false]);
});
