import { withDigits } from '../../domain/japanese/numerals.ts';

/** The fictional city of the demonstration as plain values: every name, address and telephone number is invented. */
export const city = {
  name: 'あおば市',
  sender: { title: 'あおば市長', name: '青　葉　太　郎' },
  department: '企画部 行政経営課',
  contact: { person: '行政改革係', telephone: '000-0000-0000', email: 'gyosei-keiei@city.aoba.example' },
} as const;

export interface DemoCommittee {
  readonly name: string;
  readonly department: string;
  readonly termFrom: string;
  /** Where the first term ended and its members were reappointed. */
  readonly firstTermTo?: string;
  /** How many of the city's members are on it, from the first. */
  readonly size: number;
}

export const committee: DemoCommittee = {
  name: '行財政改革懇談会',
  department: city.department,
  termFrom: '2021-04-01',
  firstTermTo: '2024-03-31',
  size: 8,
};
/** A committee of another department, with a meeting that is still to come. */
export const forum: DemoCommittee = {
  name: '公共施設マネジメント検討会',
  department: '財務部 施設マネジメント課',
  termFrom: '2023-04-01',
  size: 5,
};

export interface DemoMember {
  readonly name: string;
  readonly reading: string;
  readonly role: '会長' | '副会長' | '委員' | '公募委員';
  /** Whom the member speaks for. */
  readonly background: string;
  readonly postalCode: string;
  readonly addressLines: readonly string[];
}

export interface DemoDocument {
  readonly kind: 'agenda' | 'material' | 'reference';
  /** 1 of 資料１; empty for the agenda. */
  readonly number: string;
  readonly title: string;
  /** As a secretariat names its file, within the meeting's folder. */
  readonly fileName: string;
  /** The corrected file that replaces the first one, where there is one. */
  readonly replacement?: { readonly fileName: string; readonly note: string };
}

export interface DemoMeeting {
  readonly fiscalYear: number;
  /** Folder of its papers under the one given to makePapers. */
  readonly folder: string;
  readonly title: string;
  readonly date: string;
  readonly startTime: string;
  readonly endTime: string;
  readonly place: string;
  readonly noticeDate: string;
  readonly documentNumber: string;
  readonly agendaItems: readonly string[];
  readonly documents: readonly DemoDocument[];
}

export const members: readonly DemoMember[] = [
  {
    name: '髙橋　正一郎',
    reading: 'たかはし　しょういちろう',
    role: '会長',
    background: '青葉大学名誉教授',
    postalCode: '000-0001',
    addressLines: ['青葉県あおば市中央一丁目２番３号'],
  },
  {
    name: '山﨑　和子',
    reading: 'やまさき　かずこ',
    role: '副会長',
    background: '税理士',
    postalCode: '000-0004',
    addressLines: ['青葉県あおば市若葉町５番１２号', 'コーポ若葉２０３号'],
  },
  {
    name: '𠮷田　茂',
    reading: 'よしだ　しげる',
    role: '委員',
    background: '商工会議所',
    postalCode: '000-0012',
    addressLines: ['青葉県あおば市本町三丁目４番５６号'],
  },
  {
    name: '森　ひろみ',
    reading: 'もり　ひろみ',
    role: '委員',
    background: '女性団体連絡協議会',
    postalCode: '000-0023',
    addressLines: ['青葉県あおば市緑が丘二丁目１０番地の７'],
  },
  {
    name: '渡邉　健二',
    reading: 'わたなべ　けんじ',
    role: '委員',
    background: '連合自治会',
    postalCode: '000-0111',
    addressLines: ['青葉県あおば市大字川上８１２番地'],
  },
  {
    name: '大久保　千鶴',
    reading: 'おおくぼ　ちづる',
    role: '委員',
    background: '社会福祉協議会',
    postalCode: '000-0034',
    addressLines: ['青葉県あおば市南町６番２０号'],
  },
  {
    name: '石川　大輔',
    reading: 'いしかわ　だいすけ',
    role: '委員',
    background: '金融機関',
    postalCode: '000-0002',
    addressLines: ['青葉県あおば市駅前一丁目１番１号', 'あおばタワーレジデンス１４０５号室'],
  },
  {
    name: '小林　さくら',
    reading: 'こばやし　さくら',
    role: '公募委員',
    background: '市民公募',
    postalCode: '000-0045',
    addressLines: ['青葉県あおば市桜台四丁目８番１５号'],
  },
];

const agenda: DemoDocument = { kind: 'agenda', number: '', title: '次第', fileName: '次第.pdf' };
const material = (number: string, title: string, fileName: string): DemoDocument => ({
  ...{ kind: 'material', number, title, fileName },
});
const reference = (number: string, title: string, fileName: string): DemoDocument => ({
  ...{ kind: 'reference', number, title, fileName },
});
const usual = {
  title: '第１回行財政改革懇談会',
  startTime: '14:00',
  endTime: '16:00',
  place: 'あおば市役所本庁舎　５階　第１委員会室',
};
const items = ['集中改革プランの進捗状況について', '行財政改革の取組実績について', 'ＤＸ推進計画の進捗状況について'];

export const meetings: readonly DemoMeeting[] = [
  {
    ...usual,
    fiscalYear: 2021,
    folder: '令和３年度',
    date: '2022-01-25',
    noticeDate: '2022-01-11',
    documentNumber: 'あ行第８７号',
    agendaItems: [...items, 'その他'],
    documents: [
      agenda,
      material('1', '集中改革プラン進行管理シート', '資料1_集中改革プラン進行管理シート.pdf'),
      material('2', '行財政改革の取組実績', '資料2_取組実績.pdf'),
      material('3', 'ＤＸ推進計画の進捗（概要）', '資料3_DX推進計画の進捗（概要）.pdf'),
      material('4', 'ＤＸ推進計画施策一覧', '資料4_DX推進計画施策一覧.pdf'),
      reference('1', '財政の中期見通し', '参考1_財政の中期見通し.pdf'),
      reference('2', '用語の説明', '参考2_用語の説明.pdf'),
    ],
  },
  {
    ...usual,
    fiscalYear: 2022,
    folder: '令和４年度',
    date: '2023-01-24',
    noticeDate: '2023-01-10',
    documentNumber: 'あ行第９１号',
    agendaItems: [...items, 'その他'],
    documents: [
      agenda,
      material('1', '集中改革プラン進行管理シート', '資料１　集中改革プラン進行管理シート（令和４年度）.pdf'),
      material('2', '行財政改革の取組実績', '資料２　取組実績（令和４年度）.pdf'),
      material('3', 'ＤＸ推進計画の進捗（概要）', '資料３　ＤＸ推進計画の進捗（概要）.pdf'),
      material('4', 'ＤＸ推進計画施策一覧', '資料４　ＤＸ推進計画施策一覧.pdf'),
      reference('1', '財政の中期見通し', '参考１　財政の中期見通し.pdf'),
    ],
  },
  {
    ...usual,
    fiscalYear: 2023,
    folder: '令和５年度',
    date: '2024-01-23',
    noticeDate: '2024-01-09',
    documentNumber: 'あ行第１２３号',
    agendaItems: [...items, '次期行財政改革大綱の策定方針について', 'その他'],
    documents: [
      agenda,
      {
        ...material('1', '集中改革プラン進行管理シート', '資料１　集中改革プラン進行管理シート.pdf'),
        replacement: {
          fileName: '資料１　集中改革プラン進行管理シート（差替え）.pdf',
          note: '№３－３、№５及び№１１の数値の訂正並びに№１７の取組実績の追記',
        },
      },
      material('2', '行財政改革の取組実績', '資料２　取組実績.pdf'),
      material('3', 'ＤＸ推進計画の進捗（概要）', '資料３　ＤＸ推進計画の進捗（概要）.pdf'),
      material('4', 'ＤＸ推進計画施策一覧', '資料４　ＤＸ推進計画施策一覧.pdf'),
      reference('1', '財政の中期見通し', '参考１　財政の中期見通し.pdf'),
      reference('2', '用語の説明', '参考２　用語の説明.pdf'),
    ],
  },
];

/** 資料１, 参考２ or 次第. */
export function markOf({ kind, number }: DemoDocument): string {
  if (kind === 'agenda') return '次第';
  return `${kind === 'material' ? '資料' : '参考'}${withDigits(number, 'full')}`;
}
