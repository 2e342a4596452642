import { describe, expect, test } from 'vitest';
import { documentMark } from '../../../domain/meetings/document.ts';
import { documentRank, proposeDocument } from '../../../domain/meetings/document-name.ts';

describe('a file name proposes kind, number and title', () => {
  test.each([
    ['次第.pdf', 'agenda', '', '次第'],
    ['01_会議次第.pdf', 'agenda', '', '次第'],
    ['資料１　集中改革プラン進行管理シート.pdf', 'material', '1', '集中改革プラン進行管理シート'],
    ['資料1-2_取組実績(修正版).pdf', 'material', '1-2', '取組実績'],
    ['【資料３】DX推進計画の進捗（概要）.pdf', 'material', '3', 'DX推進計画の進捗（概要）'],
    ['03 資料No.4 施策一覧.PDF', 'material', '4', '施策一覧'],
    ['参考１　委員名簿.pdf', 'reference', '1', '委員名簿'],
    ['参考資料２：関係例規.pdf', 'reference', '2', '関係例規'],
    ['資料２.pdf', 'material', '2', '資料２'],
    ['議案第１２号：令和８年度特別会計予算.pdf', 'other', '議案第12号', '令和８年度特別会計予算'],
    ['提案理由（446回）.pdf', 'other', '', '提案理由（446回）'],
    ['令和７年度第１回行財政改革懇談会議事録.pdf', 'minutes', '', '令和７年度第１回行財政改革懇談会議事録'],
    ['第３回会議録（案）.docx', 'minutes', '', '第３回会議録（案）'],
    ['議事要旨_第2回.pdf', 'minutes', '', '議事要旨 第2回'],
    ['資料１_前回議事録.pdf', 'material', '1', '前回議事録'],
    ['議事録の公開について.pdf', 'other', '', '議事録の公開について'],
    ['会議録作成要領.pdf', 'other', '', '会議録作成要領'],
    ['名簿.xlsx', 'other', '', '名簿'],
    ['資料集.pdf', 'other', '', '資料集'],
    ['２０２４年の計画.pdf', 'other', '', '２０２４年の計画'],
  ])('%s', (fileName, kind, number, title) => {
    expect(proposeDocument(fileName)).toEqual({ kind, number, title });
  });

  test('the title is never empty', () => {
    expect(proposeDocument('.pdf').title).not.toBe('');
    expect(proposeDocument('___.pdf').title).not.toBe('');
  });
});

test('documents stand as people expect before anybody orders them', () => {
  const names = [
    '第１回議事録.pdf',
    '参考１.pdf',
    '資料１０ い.pdf',
    '資料２ ろ.pdf',
    '次第.pdf',
    '資料１-２ は.pdf',
    '資料１-１ に.pdf',
  ];
  const ranked = names
    .map(proposeDocument)
    .sort((a, b) => documentRank(a.kind, a.number) - documentRank(b.kind, b.number));
  expect(ranked.map((document) => documentMark(document.kind, document.number))).toEqual([
    '次第',
    '資料１-１',
    '資料１-２',
    '資料２',
    '資料１０',
    '参考１',
    '議事録',
  ]);
});
