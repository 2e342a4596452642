import { type NoticeLetter, USUAL_WINDOW } from '../../../server/print/notice-letter.ts';

/** The 16 characters of a key, one for each number. */
const key = (n: number) => String(n).padStart(16, '0');

/** Agenda items with the portal's own numbers. */
export const numbered = (titles: readonly string[]) =>
  titles.map((title, index) => ({ label: `(${index + 1})`, level: 0, title }));

/** An ordinary letter; `changes` replaces what a test is about. */
export function letter(changes: Partial<NoticeLetter> = {}, n = 1): NoticeLetter {
  return {
    documentNumber: 'あ行第１２３号',
    date: '令和６年１月９日',
    senderLines: ['あおば市長　　青　葉　太　郎'],
    addressee: {
      postalCode: '９９９－０００１',
      addressLines: ['青葉県あおば市中央一丁目２番３号', 'あおばマンション４０５号室'],
      name: '髙橋　花子',
      honorific: '様',
    },
    committeeName: '行財政改革懇談会',
    meetingTitle: '令和５年度第１回行財政改革懇談会',
    heldOn: '令和６年１月２３日（火）',
    heldTime: '午後２時から午後４時まで',
    openness: '',
    body: '行財政改革懇談会を下記のとおり開催しますので、御多用のところ恐れ入りますが、御出席くださいますようお願いいたします。',
    place: 'あおば市役所本庁舎　５階　第１委員会室',
    agendaItems: numbered(['集中改革プランの進捗状況について', '行財政改革の取組実績について', 'その他']),
    materials: [
      { label: '資料１', title: '集中改革プラン進行管理シート' },
      { label: '参考１', title: '財政の中期見通し' },
    ],
    url: `HTTPS://KAIGI.CITY.AOBA.EXAMPLE/M/${key(n)}`,
    code: 'ABCD-EFGH',
    contact: {
      department: '企画部 行政経営課',
      person: '青葉',
      telephone: '０００－０００－００００',
      email: 'gyokei@city.aoba.example',
    },
    window: USUAL_WINDOW,
    ...changes,
  };
}

/** The same letter to somebody else. */
export function letterTo(name: string, changes: Partial<NoticeLetter> = {}, n = 1): NoticeLetter {
  const usual = letter(changes, n);
  return { ...usual, addressee: { ...usual.addressee, name } };
}
