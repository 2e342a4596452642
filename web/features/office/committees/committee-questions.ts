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
