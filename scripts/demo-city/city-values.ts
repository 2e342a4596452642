/** In the form the portal's API takes members. */
export interface CityMember {
  readonly name: string;
  readonly kana: string;
  readonly position: string;
  readonly postalCode: string;
  /** One line of the envelope each, divided by a line break. */
  readonly address: string;
  readonly termFrom: string;
  readonly termTo: string;
}

export interface CityPaper {
  readonly kind: 'agenda' | 'material' | 'reference';
  /** 1 of 資料１; empty for the agenda. */
  readonly number: string;
  readonly title: string;
  /** Paths under the folder given to makePapers, as a secretariat names its files; a second one replaces the first. */
  readonly files: readonly string[];
}

export interface CityMeeting {
  readonly fiscalYear: number;
  readonly title: string;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly agenda: readonly string[];
  readonly papers: readonly CityPaper[];
  /** Of the letters. */
  readonly issuedOn: string;
  readonly documentNumber: string;
}

const term = { termFrom: '2021-04-01', termTo: '2025-03-31' };

/** With whom each member speaks for, as the list of members prints it. */
export const roster: readonly (CityMember & { readonly background: string })[] = [
  {
    name: '髙橋　正一郎',
    kana: 'たかはし　しょういちろう',
    position: '会長',
    background: '青葉大学名誉教授',
    postalCode: '000-0001',
    address: '青葉県あおば市中央一丁目２番３号',
    ...term,
  },
  {
    name: '山﨑　和子',
    kana: 'やまさき　かずこ',
    position: '副会長',
    background: '税理士',
    postalCode: '000-0004',
    address: '青葉県あおば市若葉町５番１２号\nコーポ若葉２０３号',
    ...term,
  },
  {
    name: '𠮷田　茂',
    kana: 'よしだ　しげる',
    position: '委員',
    background: '商工会議所',
    postalCode: '000-0012',
    address: '青葉県あおば市本町三丁目４番５６号',
    ...term,
  },
  {
    name: '森　ひろみ',
    kana: 'もり　ひろみ',
    position: '委員',
    background: '女性団体連絡協議会',
    postalCode: '000-0023',
    address: '青葉県あおば市緑が丘二丁目１０番地の７',
    ...term,
  },
  {
    name: '渡邉　健二',
    kana: 'わたなべ　けんじ',
    position: '委員',
    background: '連合自治会',
    postalCode: '000-0111',
    address: '青葉県あおば市大字川上８１２番地',
    ...term,
  },
  {
    name: '大久保　千鶴',
    kana: 'おおくぼ　ちづる',
    position: '委員',
    background: '社会福祉協議会',
    postalCode: '000-0034',
    address: '青葉県あおば市南町６番２０号',
    ...term,
  },
  {
    name: '石川　大輔',
    kana: 'いしかわ　だいすけ',
    position: '委員',
    background: '金融機関',
    postalCode: '000-0002',
    address: '青葉県あおば市駅前一丁目１番１号\nあおばタワーレジデンス１４０５号室',
    ...term,
  },
  {
    name: '小林　さくら',
    kana: 'こばやし　さくら',
    position: '公募委員',
    background: '市民公募',
    postalCode: '000-0045',
    address: '青葉県あおば市桜台四丁目８番１５号',
    ...term,
  },
];

const paper = (kind: CityPaper['kind'], number: string, title: string, ...files: string[]): CityPaper => ({
  kind,
  number,
  title,
  files,
});
const hall = { startsAt: '14:00', endsAt: '16:00', place: 'あおば市役所本庁舎　５階　第１委員会室' };
const items = ['集中改革プランの進捗状況について', '行財政改革の取組実績について', 'ＤＸ推進計画の進捗状況について'];

const meetings: readonly CityMeeting[] = [
  {
    fiscalYear: 2021,
    title: '令和３年度第１回行財政改革懇談会',
    heldOn: '2022-01-25',
    ...hall,
    issuedOn: '2022-01-11',
    documentNumber: 'あ行第８７号',
    agenda: [...items, 'その他'],
    papers: [
      paper('agenda', '', '次第', '令和３年度/次第.pdf'),
      paper('material', '1', '集中改革プラン進行管理シート', '令和３年度/資料1_集中改革プラン進行管理シート.pdf'),
      paper('material', '2', '行財政改革の取組実績', '令和３年度/資料2_取組実績.pdf'),
      paper('material', '3', 'ＤＸ推進計画の進捗（概要）', '令和３年度/資料3_DX推進計画の進捗（概要）.pdf'),
      paper('material', '4', 'ＤＸ推進計画施策一覧', '令和３年度/資料4_DX推進計画施策一覧.pdf'),
      paper('reference', '1', '財政の中期見通し', '令和３年度/参考1_財政の中期見通し.pdf'),
      paper('reference', '2', '用語の説明', '令和３年度/参考2_用語の説明.pdf'),
    ],
  },
  {
    fiscalYear: 2022,
    title: '令和４年度第１回行財政改革懇談会',
    heldOn: '2023-01-24',
    ...hall,
    issuedOn: '2023-01-10',
    documentNumber: 'あ行第９１号',
    agenda: [...items, 'その他'],
    papers: [
      paper('agenda', '', '次第', '令和４年度/00_次第.pdf'),
      paper(
        'material',
        '1',
        '集中改革プラン進行管理シート',
        '令和４年度/資料１　集中改革プラン進行管理シート（令和４年度）.pdf',
      ),
      paper('material', '2', '行財政改革の取組実績', '令和４年度/資料２　取組実績（令和４年度）.pdf'),
      paper('material', '3', 'ＤＸ推進計画の進捗（概要）', '令和４年度/資料３　ＤＸ推進計画の進捗（概要）.pdf'),
      paper('material', '4', 'ＤＸ推進計画施策一覧', '令和４年度/資料４　ＤＸ推進計画施策一覧.pdf'),
      paper('reference', '1', '財政の中期見通し', '令和４年度/参考１　財政の中期見通し.pdf'),
    ],
  },
  {
    fiscalYear: 2023,
    title: '令和５年度第１回行財政改革懇談会',
    heldOn: '2024-01-23',
    ...hall,
    issuedOn: '2024-01-09',
    documentNumber: 'あ行第１２３号',
    agenda: [...items, '次期行財政改革大綱の策定方針について', 'その他'],
    papers: [
      paper('agenda', '', '次第', '令和５年度/次第.pdf'),
      paper(
        'material',
        '1',
        '集中改革プラン進行管理シート',
        '令和５年度/資料１　集中改革プラン進行管理シート.pdf',
        '令和５年度/資料１　集中改革プラン進行管理シート（差替え）.pdf',
      ),
      paper('material', '2', '行財政改革の取組実績', '令和５年度/資料２　取組実績.pdf'),
      paper('material', '3', 'ＤＸ推進計画の進捗（概要）', '令和５年度/資料３　ＤＸ推進計画の進捗（概要）.pdf'),
      paper('material', '4', 'ＤＸ推進計画施策一覧', '令和５年度/資料４　ＤＸ推進計画施策一覧.pdf'),
      paper('reference', '1', '財政の中期見通し', '令和５年度/参考１　財政の中期見通し.pdf'),
      paper('reference', '2', '用語の説明', '令和５年度/参考２　用語の説明.pdf'),
    ],
  },
];

/** The fictional city of the demonstration as plain values: every name, address and telephone number is invented. */
export const city = {
  name: 'あおば市',
  postalCode: '000-0000',
  address: '青葉県あおば市中央一丁目１番１号',
  senderTitle: 'あおば市長',
  senderName: '青　葉　太　郎',
  /** Who administers the portal. */
  official: '行政経営課 行政改革係',
  documentNumber: meetings.at(-1)!.documentNumber,
  issuedOn: meetings.at(-1)!.issuedOn,
  committee: {
    name: '行財政改革懇談会',
    department: '企画部 行政経営課',
    phone: '000-0000-0000',
    email: 'gyosei-keiei@city.aoba.example',
    members: roster.map(({ background: _, ...member }): CityMember => member),
  },
  meetings,
} as const;

export type City = typeof city;
