import type { Committee, Member } from '../../../../contract/committees.ts';
import type { Question } from '../../../ui/confirm.ts';

export function retireQuestion({ name }: Member): Question {
  return {
    heading: `${name}さんを退任としますか`,
    text: `今日付けで退任となり、${name}さんにお送りした通知の二次元コードと8文字のコードは使えなくなります。退任は「退任した委員」からいつでも元に戻せます。`,
    action: '退任とする',
    danger: true,
  };
}

export function deleteMemberQuestion({ name }: Member): Question {
  return {
    heading: `${name}さんの登録を削除しますか`,
    text: `${name}さんの氏名、住所、任期の登録を消します。通知はまだお送りしていません。この操作は元に戻せません。`,
    action: '削除する',
    danger: true,
  };
}

export function eraseMemberQuestion({ name }: Member): Question {
  return {
    heading: `${name}さんの個人情報を消去しますか`,
    text: [
      '消すもの：氏名、ふりがな、職、住所、出欠の返事とひとこと、書き込み、読んでいたところ、通知を開いた記録。操作の記録からも、氏名とお返事を消します。',
      '記録として残るもの：任期、通知を発行した日、紙で配った資料の数（どれも氏名は付きません）。資料のPDFの中の氏名は残ります。前に取った控え（バックアップ）にも、控えを消すまで残ります。',
      'ほかの会議体の委員でもある方は、それぞれの会議体で消去してください。この操作は元に戻せません。',
    ],
    action: '消去する',
    danger: true,
  };
}

export function deleteCommitteeQuestion({ name, members }: Committee): Question {
  const lost =
    members.length > 0 ? `委員${members.length}人の登録も消えます。` : '委員も会議も、まだ登録されていません。';
  return {
    heading: `${name}を削除しますか`,
    text: `会議体の名前と問い合わせ先を消します。${lost}この操作は元に戻せません。`,
    action: '削除する',
    danger: true,
  };
}
