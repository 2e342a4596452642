import { expect, test } from 'vitest';
import { printedRate, printedValue, spokenRate } from '../../../domain/quantities/printed-difference.ts';

test.each([
  ['７ ６ ４', '千円', '764千円'],
  ['△2,198', '千円', '△2,198千円'],
  ['70.7％', '%', '70.7％'],
  ['15施設', '施設', '15施設'],
])('%s of %s is shown as %s', (text, unit, shown) => {
  expect(printedValue({ text, unit })).toBe(shown);
});

test.each([
  [0.0213, '＋2.1％', '2.1パーセントの増'],
  [-0.5, '−50.0％', '50.0パーセントの減'],
  [9.9, '＋990.0％', '990.0パーセントの増'],
  [11.5, '12.5倍', '12.5倍'],
  [249, '約250倍', '約250倍'],
  [17849, '約1.8万倍', '約1.8万倍'],
  [-1, '皆減', 'ゼロへの減'],
  [Number.POSITIVE_INFINITY, '皆増', 'ゼロからの増'],
])('a rate of %d is printed %s and read aloud %s', (rate, printed, spoken) => {
  expect([printedRate(rate), spokenRate(rate)]).toEqual([printed, spoken]);
});
