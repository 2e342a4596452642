import { expect, test } from 'vitest';
import { readInitiatives } from '../../../domain/initiatives/read-initiatives.ts';
import { draw, onItsSide } from '../pages/drawn-page.ts';
import { read, show } from './drawn-paper.ts';

const rows = [
  '1 広報紙の見直し | 秘書広報課 | 10回 | 12回 | 順調=on-plan | –',
  '2 空き家の活用 | 建築住宅課 | 30件 | 11件 | 遅れ=late | –',
  '3 ごみの減量 | 環境課 | 860g | 899g | 遅れ=late | –',
];

test('a list on a sheet that lies on its side is read, and its places are where the page shows them', () => {
  const [page] = draw(`
    |番号|取組項目|担当部署|目標|実績|進捗|
    |1|広報紙の見直し|秘書広報課|10回|12回|順調|
    |2|空き家の活用|建築住宅課|30件|11件|遅れ|
    |3|ごみの減量|環境課|860g|899g|遅れ|
  `).pages;
  const upright = readInitiatives([page!], 2023).initiatives;
  const aside = readInitiatives([onItsSide(page!)], 2023).initiatives;
  expect(aside.map(show)).toEqual(rows);
  const [x0, y0, x1, y1] = upright[1]!.box;
  expect(aside[1]!.box).toEqual([595 - y1, x0, 595 - y0, x1]);
});

test('a list without vertical rules is a list', () => {
  const paper = `
    番号　　取組項目　　　　　　　担当部署　　　　目標　　　実績　　　進捗
    1　　　 広報紙の見直し　　　　秘書広報課　　　10回　　　12回　　　順調
    2　　　 空き家の活用　　　　　建築住宅課　　　30件　　　11件　　　遅れ
    3　　　 ごみの減量　　　　　　環境課　　　　　860g　　　899g　　　遅れ
  `;
  expect(read(paper)).toEqual(rows);
});
