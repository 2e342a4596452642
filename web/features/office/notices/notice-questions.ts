import type { Notice, NoticeRow } from '../../../../contract/notices.ts';
import type { Question } from '../../../ui/confirm.ts';
import { momentText } from '../dates.ts';

export function revokeQuestion({ name }: NoticeRow, notice: Notice): Question {
  return {
    heading: `${name}さんの通知を無効にしますか`,
    text: `${momentText(notice.issuedAt)}に発行した通知の二次元コードと8文字のコードが使えなくなり、その通知で開いた端末でも資料を見られなくなります。ほかの委員の通知は変わりません。この操作は元に戻せません。`,
    action: '無効にする',
    danger: true,
  };
}
