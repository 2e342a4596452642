import type { Notice, NoticeRow } from '../../../../contract/notices.ts';
import type { Question } from '../../../ui/confirm.ts';
import { momentText } from '../dates.ts';

export function messagesQuestion(members: number): Question {
  return {
    heading: `${members}人分のメールの文を作りますか`,
    text: 'お一人ずつ新しいリンクを作り、氏名、メールアドレス、件名、本文、リンク、コードを1つの表（CSV）にして保存します。差し込みのできるメールソフトでお使いください。表には全員の入り口が入ります。送り終わったら消してください。前にお送りした通知も使えます。',
    action: '作って保存する',
  };
}

export function revokeQuestion({ name }: NoticeRow, notice: Notice): Question {
  return {
    heading: `${name}さんの通知を無効にしますか`,
    text: `${momentText(notice.issuedAt)}に発行した通知の二次元コードと8文字のコードが使えなくなり、その通知で開いた端末でも資料を見られなくなります。ほかの委員の通知は変わりません。この操作は元に戻せません。`,
    action: '無効にする',
    danger: true,
  };
}
