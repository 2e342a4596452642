import { expect, test } from 'vitest';
import { readAddress } from '../../../domain/spoken/read-address.ts';

const drawn = (said: string) => {
  const { document, page, number, words } = readAddress(said);
  const parts = [
    document && `${document.kind} ${document.number}`.trim(),
    page && `p${page}`,
    number && `№${number}`,
    words,
  ];
  return parts.filter(Boolean).join(' | ');
};

test.each([
  ['資料１の９ページ', 'material 1 | p9'],
  ['資料１の９ページ、№３-７', 'material 1 | p9 | №3-7'],
  ['資料１の９ページ、№３－７', 'material 1 | p9 | №3-7'],
  ['資料1 p9', 'material 1 | p9'],
  ['資料1 P.9', 'material 1 | p9'],
  ['資料２の１', 'material 2-1'],
  ['資料２の１の９ページ', 'material 2-1 | p9'],
  ['資料2-1の3頁', 'material 2-1 | p3'],
  ['資料第１号', 'material 1'],
  ['資料No.1', 'material 1'],
  ['9ページ', 'p9'],
  ['９', 'p9'],
  ['149', 'p149'],
  ['ページ９', 'p9'],
  ['Ａ－３ページ', 'pa-3'],
  ['参考２', 'reference 2'],
  ['参考資料２の１０ページ', 'reference 2 | p10'],
  ['次第', 'agenda'],
  ['議案第12号の3ページ', 'other 議案第12号 | p3'],
  ['№3-7', '№3-7'],
  ['No.３－７', '№3-7'],
  ['3-7', '№3-7'],
  ['３の７', '№3-7'],
  ['三の七', '№3-7'],
  ['ナンバー三の七', '№3-7'],
  ['取組１２', '№12'],
  ['１４ページの公共施設', 'p14 | 公共施設'],
  ['公共施設の14ページ', 'p14 | 公共施設'],
  ['資料一の九ページ', 'material 1 | p9'],
  ['資料十二の百四十九ページ', 'material 12 | p149'],
  ['議案第十二号', 'other 議案第12号'],
  ['九ページ', 'p9'],
  ['一般会計', '一般会計'],
  ['公共施設 個別計画', '公共施設 個別計画'],
  ['資料１の公共施設', 'material 1 | 公共施設'],
  ['', ''],
  ['　', ''],
])('%s', (said, address) => {
  expect(drawn(said)).toBe(address);
});
