import { expect, test } from 'vitest';
import { type ComparisonOptions, compareDocuments } from '../../../../domain/pages/comparison/compare-documents.ts';
import { hindrancesOf } from '../../../../domain/pages/results/hindrances/hindrances.ts';
import { draw, scannedPage } from '../drawn-page.ts';

const last = `
  令和３年度 施策の指標
  | 指標           | 単位 | 実績  | 目標  |
  | 図書館利用者数 | 人   | 1,250 | 1,300 |
  | 講座の開催数   | 回   | 48    | 50    |
  | 施設管理費     | 千円 | 9,200 | 9,000 |
`;

/** Each as `kind | path: older → newer (rows)`. */
function found(older: string, newer: string, options?: ComparisonOptions): string[] {
  return hindrancesOf(compareDocuments(draw(older), draw(newer), options)).map(
    ({ kind, path, older: before, newer: after, rows }) =>
      `${kind} | ${path.slice(-2).join(' > ')}: ${before?.text ?? '–'} → ${after?.text ?? '–'} (${rows})`,
  );
}

test('A paper of the same rows, columns and units hinders nothing', () => {
  expect(found(last, last.replace('令和３', '令和４').replace('1,250', '1,402'))).toEqual([]);
});

test('A row under another name is found beside its old name', () => {
  expect(found(last, last.replace('令和３', '令和４').replace('講座の開催数  ', '講座等の開催数'))).toEqual([
    'renamed | 令和４年度施策の指標 > 講座等の開催数: 講座の開催数 → 講座等の開催数 (1)',
  ]);
});

test('A row that stands nowhere is found at its old place, with what went with it', () => {
  const older = `
    令和３年度 予算
    | 科目       | 本年度 | 前年度 |
    | 1 町税     | 9,000  | 8,800  |
    | 2 交付金   | 1,200  | 1,100  |
    | 3 繰入金   | 700    | 650    |
  `;
  const newer = `
    令和４年度 予算
    | 科目       | 本年度 | 前年度 |
    | 1 町税     | 9,100  | 9,000  |
    | 2 繰入金   | 720    | 700    |
  `;
  expect(found(older, newer)).toEqual([
    'gone | 令和３年度予算 > 2交付金: 2交付金 → – (1)',
    'renumbered | 令和４年度予算 > 2繰入金: 3繰入金 → 2繰入金 (1)',
  ]);
});

test('A row that was divided is found by the names, or by what its parts were last year', () => {
  const older = `
    令和３年度 予算
    | 科目       | 本年度 | 前年度 |
    | 町税       | 9,000  | 8,800  |
    | 施設管理費 | 1,200  | 1,100  |
  `;
  const byName = `
    令和４年度 予算
    | 科目             | 本年度 | 前年度 |
    | 町税             | 9,100  | 9,000  |
    | 施設管理費本庁分 | 720    | 700    |
    | 施設管理費支所分 | 520    | 510    |
  `;
  const bySum = byName.replace('施設管理費本庁分', '光熱水費        ').replace('施設管理費支所分', '修繕料          ');
  expect(found(older, byName)).toEqual([
    'split | 令和３年度予算 > 施設管理費: 施設管理費 → 施設管理費本庁分、施設管理費支所分 (1)',
  ]);
  expect(found(older, bySum.replace('510', '500'))).toEqual([
    'split | 令和３年度予算 > 施設管理費: 施設管理費 → 光熱水費、修繕料 (1)',
  ]);
  expect(found(older, bySum)).toEqual(['gone | 令和３年度予算 > 施設管理費: 施設管理費 → – (1)']);
});

test('Another unit is found once for its column', () => {
  const older = `
    令和３年度 予算　（単位：円）
    | 科目   | 予算額    |
    | 町税   | 9,000,000 |
    | 繰入金 | 700,000   |
  `;
  const newer = `
    令和４年度 予算　（単位：千円）
    | 科目   | 予算額    |
    | 町税   | 9,100     |
    | 繰入金 | 720       |
  `;
  expect(found(older, newer)).toMatchObject([expect.stringMatching(/^unit .*予算額: 円 → 千円 \(2\)$/u)]);
});

test('A column that came is found once for its table, a cell that is blank in one row is not', () => {
  const newer = `
    令和４年度 施策の指標
    | 指標           | 単位 | 実績  | 目標  | 予算額 |
    | 図書館利用者数 | 人   | 1,402 | 1,300 | 310    |
    | 講座の開催数   | 回   | 48    |       | 120    |
    | 施設管理費     | 千円 | 9,200 | 9,000 | 88     |
  `;
  const columns = found(last, newer).filter((one) => one.startsWith('column'));
  expect(columns).toEqual(['column-added | 令和４年度施策の指標 > 予算額: – → 予算額 (3)']);
  expect(
    found(newer.replace('令和４', '令和３'), last.replace('令和３', '令和４')).map((one) => one.split(' ')[0]),
  ).toContain('column-removed');
});

test('An amount of last year that last year printed otherwise is found with both', () => {
  const older = `
    令和３年度 予算
    | 科目   | 本年度 | 前年度 |
    | 町税   | 9,000  | 8,800  |
    | 繰入金 | 700    | 650    |
  `;
  const newer = `
    令和４年度 予算
    | 科目   | 本年度 | 前年度 |
    | 町税   | 9,100  | 8,950  |
    | 繰入金 | 720    | 700    |
  `;
  expect(found(older, newer)).toEqual(['restated | 町税 > 前年度: 9,000 → 8,950 (1)']);
});

test('A page that is a picture is found by its number', () => {
  const [before, after] = [draw(last), draw(last.replace('令和３', '令和４'))];
  const pages = [...after.pages, scannedPage(2)];
  const [only] = hindrancesOf(compareDocuments(before, { pages, pageLabels: [null, '2'] }));
  expect(only).toMatchObject({ kind: 'scanned', newer: { page: 2, pageLabel: '2', box: null } });
});

test('What an official settled hinders no longer, and every other finding keeps its key', () => {
  const newer = last
    .replace('令和３', '令和４')
    .replace('講座の開催数  ', '講座等の開催数')
    .replace(/\| 施設.*\n/u, '');
  const [before, after] = [draw(last), draw(newer)];
  const computed = compareDocuments(before, after);
  const row = computed.rows.find((pair) => pair.newer.entry.label.printed === '講座等の開催数')!;
  const place = ({ entry }: typeof row.newer) => ({
    ...{ page: entry.page, box: entry.box },
    path: [...entry.parents, entry.label].map(({ printed }) => printed),
  });
  const correction = { id: 1, older: place(row.older), newer: place(row.newer) };
  const settled = hindrancesOf(compareDocuments(before, after, { corrections: [correction] }));
  const [gone, ...others] = hindrancesOf(computed);
  expect([gone!.kind, ...others.map(({ kind }) => kind)]).toEqual(['gone', 'renamed']);
  expect(settled.map(({ key }) => key)).toEqual([gone!.key]);
});
