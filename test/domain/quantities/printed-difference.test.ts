import { expect, test } from 'vitest';
import { printedValue } from '../../../domain/quantities/printed-difference.ts';

test.each([
  ['７ ６ ４', '千円', '764千円'],
  ['△2,198', '千円', '△2,198千円'],
  ['70.7％', '%', '70.7％'],
  ['15施設', '施設', '15施設'],
])('%s of %s is shown as %s', (text, unit, shown) => {
  expect(printedValue({ text, unit })).toBe(shown);
});
