import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameOnFirstPage, settleName } from '../../../domain/meetings/first-page-name.ts';
import type { PrintedLine } from '../../../domain/meetings/paper-year.ts';

const page = { width: 595, height: 842 };
const line = (text: string, size: number, left: number, top: number): PrintedLine => ({
  text,
  box: [left, top, left + text.length * size, top + size],
});
const prose = (top: number, count = 10) =>
  Array.from({ length: count }, (_, row) =>
    line('この資料は、前回までの議論を踏まえて整理したものである。', 11, 60, top + row * 18),
  );

const marks = [
  ['資料１', 'material', '1'],
  ['【資料１－２】', 'material', '1-2'],
  ['資 料 ３', 'material', '3'],
  ['資料No.12', 'material', '12'],
  ['参考資料２', 'reference', '2'],
  ['（参考１）', 'reference', '1'],
  ['議案第12号', 'other', '議案第12号'],
  ['別紙２', 'other', '別紙2'],
] as const;
const titles = [
  '集中改革プラン進行管理シート',
  '令和８年度　国民健康保険特別会計予算の概要',
  '公共施設の再編について',
  '取組実績',
];

test('a drawn first page: the mark in its corner and the title in its larger type are read, whatever stands around', () => {
  const drawn = fc.record({
    mark: fc.constantFrom(...marks),
    title: fc.constantFrom(...titles),
    size: fc.integer({ min: 14, max: 28 }),
    top: fc.integer({ min: 90, max: 200 }),
    left: fc.integer({ min: 60, max: 200 }),
    markTop: fc.integer({ min: 20, max: 60 }),
    around: fc.subarray([
      line('令和８年５月１日', 11, 400, 75),
      line('令和８年度第１回行財政改革懇談会', 16, 60, 62),
      line('総務部行政経営課', 11, 400, 88),
      line('委員各位', 18, 60, 40),
    ]),
  });
  fc.assert(
    fc.property(drawn, ({ mark: [text, kind, number], title, size, top, left, markTop, around }) => {
      const lines = [line(text, 12, 480, markTop), ...around, line(title, size, left, top + 30), ...prose(top + 90)];
      expect(nameOnFirstPage(lines, page)).toMatchObject({ mark: { kind, number }, title });
    }),
  );
});

describe('what a first page prints', () => {
  test('a title over two lines is one', () => {
    const lines = [line('あおば市公共施設等総合', 20, 100, 120), line('管理計画（案）', 20, 100, 146), ...prose(220)];
    expect(nameOnFirstPage(lines, page).title).toBe('あおば市公共施設等総合管理計画（案）');
  });
  test('an agenda is one by its heading, and the papers it lists are not its mark', () => {
    const lines = [
      line('第１回　行財政改革懇談会　次第', 16, 100, 60),
      line('資料１　進行管理シート', 11, 100, 120),
      ...prose(200),
    ];
    expect(nameOnFirstPage(lines, page)).toMatchObject({ mark: { kind: 'agenda', number: '' }, title: '次第' });
  });
  test('the record of a meeting is one by its heading', () => {
    const lines = [
      line('会　議　録', 16, 200, 60),
      line('会議名　第１回　行財政改革懇談会', 11, 60, 120),
      ...prose(200),
    ];
    expect(nameOnFirstPage(lines, page)).toMatchObject({ mark: { kind: 'minutes', number: '' }, title: '会議録' });
    const heading = line('令和７年度第１回懇談会　議事録', 16, 100, 60);
    expect(settleName('scan0001.pdf', nameOnFirstPage([heading, ...prose(120)], page))).toMatchObject({
      name: { kind: 'minutes', title: '令和７年度第１回懇談会　議事録' },
      source: 'first_page',
    });
    // one that is spoken of
    expect(nameOnFirstPage([line('前回の議事録を確認した。', 11, 60, 60), ...prose(90)], page).mark).toBe(null);
  });
  test('of a list of papers none is the mark; a sentence that names a paper is none either', () => {
    expect(nameOnFirstPage([line('資料１', 12, 60, 40), line('資料２', 12, 60, 60), ...prose(90)], page).mark).toBe(
      null,
    );
    expect(nameOnFirstPage([line('資料１のとおり整理した。', 11, 60, 40), ...prose(60)], page).mark).toBe(null);
  });
  test('a mark before each of several headings is of those, not of the paper, and so are the headings', () => {
    const heading = (number: string, top: number) => [
      line(`議案第${number}号`, 16, 60, top),
      line(`令和８年度${number}号会計補正予算`, 16, 180, top),
    ];
    const lines = [...heading('１', 60), ...prose(90, 5), ...heading('２', 220), ...prose(250, 5)];
    expect(nameOnFirstPage(lines, page)).toMatchObject({ mark: null, title: null });
    expect(nameOnFirstPage([...heading('１', 60), ...prose(90)], page).mark?.number).toBe('議案第1号');
  });
  test('the heading of a first part is not the title', () => {
    expect(nameOnFirstPage([line('１　提案理由', 16, 60, 90), ...prose(130)], page).title).toBe(null);
  });
  test('mark and title in one line', () => {
    const lines = [line('資料２　公共施設の再編について', 11, 60, 50), ...prose(90)];
    expect(nameOnFirstPage(lines, page)).toMatchObject({
      mark: { kind: 'material', number: '2' },
      title: '公共施設の再編について',
    });
  });
  test('a page of one size, an empty one and a table of figures say nothing', () => {
    expect(nameOnFirstPage(prose(60), page)).toMatchObject({ mark: null, title: null });
    expect(nameOnFirstPage([], page)).toMatchObject({ mark: null, title: null });
    expect(nameOnFirstPage([line('1,234,567', 20, 60, 60), ...prose(90)], page).title).toBe(null);
  });
});

describe('file name and first page together', () => {
  const printed = { mark: { kind: 'material', number: '1' } as const, isMarkAlone: true, title: '取組実績' };
  test.each([
    ['資料１_取組実績.pdf', 'file_name', 'material', '1', '取組実績', null],
    ['資料１_取組実績（令和７年度）.pdf', 'file_name', 'material', '1', '取組実績（令和７年度）', null],
    ['scan0001.pdf', 'first_page', 'material', '1', '取組実績', { kind: 'other', number: '', title: 'scan0001' }],
    ['資料１.pdf', 'first_page', 'material', '1', '取組実績', { kind: 'material', number: '1', title: '資料１' }],
    ['取組実績.pdf', 'first_page', 'material', '1', '取組実績', { kind: 'other', number: '', title: '取組実績' }],
    [
      '資料２_取組実績.pdf',
      'file_name',
      'material',
      '2',
      '取組実績',
      { kind: 'material', number: '1', title: '取組実績' },
    ],
    [
      '資料１_予算の概要.pdf',
      'file_name',
      'material',
      '1',
      '予算の概要',
      { kind: 'material', number: '1', title: '取組実績' },
    ],
  ] as const)('%s', (fileName, source, kind, number, title, other) => {
    expect(settleName(fileName, printed)).toEqual({ name: { kind, number, title }, source, other });
  });
  test('the mark before a heading is not that of a paper with a name of its own', () => {
    const reasons = { mark: { kind: 'other', number: '議案第1号' } as const, isMarkAlone: false, title: '補正予算' };
    expect(settleName('提案理由.pdf', reasons).name).toMatchObject({ number: '', title: '提案理由' });
    expect(settleName('補正予算.pdf', reasons).name).toMatchObject({ number: '議案第1号', title: '補正予算' });
    expect(settleName('scan.pdf', reasons).name).toMatchObject({ number: '議案第1号', title: '補正予算' });
  });
  test('a page that says nothing changes nothing', () => {
    const nothing = { mark: null, isMarkAlone: false, title: null };
    for (const name of ['scan0001.pdf', '資料１.pdf', '提案理由（446回）.pdf'])
      expect(settleName(name, nothing)).toMatchObject({ source: 'file_name', other: null });
  });
});
