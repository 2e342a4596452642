import type { OfficialAccount } from '../../../../contract/officials.ts';
import type { Question } from '../../../ui/confirm.ts';

/** What is lost by it, before it is done. */
export function stopQuestion({ name, state, passkeyCount }: OfficialAccount): Question {
  const now =
    state === 'invited'
      ? '渡した招待は使えなくなります。'
      : `すぐにサインアウトし、サインインできなくなります。${passkeyCount > 0 ? 'パスキーの登録は残ります。' : ''}`;
  return {
    heading: `${name}さんの利用を止めますか`,
    text: `${now}登録した資料や会議は、そのまま残ります。あとから、利用を再開できます。`,
    action: '利用を止める',
    danger: true,
  };
}

export function resetQuestion({ name, state, passkeyCount }: OfficialAccount): Question {
  if (state === 'invited')
    return {
      heading: `${name}さんを招待し直しますか`,
      text: '新しい招待のリンクを作ります。前に渡した招待は使えなくなります。',
      action: '新しい招待を作る',
    };
  const lost = passkeyCount > 0 ? `いまのパスワードと、パスキー${passkeyCount}個は` : 'いまのパスワードは';
  return {
    heading: `${name}さんのパスワードを再設定しますか`,
    text: `${lost}すぐに使えなくなり、すべての端末でサインアウトします。新しいパスワードを設定するためのリンクを、ご本人に渡してください。`,
    action: '再設定する',
    danger: true,
  };
}
