import { expect, test } from 'vitest';
import { labelOf } from '../../../../domain/pages/words/label.ts';

test.each([
  ['平成30末残高', '年末残高', [2018]],
  ['元年度末残高', '年末残高', [2019]],
  ['Ｒ５末', '年末', [2023]],
  ['R5(見込)', '年見込', [2023]],
  ['R2国勢調査', '年国勢調査', [2020]],
  ['対R4比', '対年比', [2022]],
  ['昭55', '年', [1980]],
  ['’23年度', '年', [2023]],
  ['2023見込', '年見込', [2023]],
  ['2023', '年', [2023]],
  ['H30→R5', '年→年', [2018, 2023]],
  ['令和5～7年度', '年年', [2023, 2025]],
  ['平成28～30年度', '年年', [2016, 2018]],
  ['R5・6', '年年', [2023, 2024]],
  ['令和５年度（2023年度）', '年', [2023]],
  ['2023（R5）年度', '年', [2023]],
])('%s names its years however it shortens them', (printed, key, years) => {
  expect(labelOf(printed)).toMatchObject({ key, years });
});

test.each(['R2-1水源', 'S1号棟', 'R3工区', '昭和2丁目', '公平30', '第2年度', '2000m'])('%s names none', (printed) => {
  expect(labelOf(printed).years).toEqual([]);
});
