import type { DocumentSummary, RevisionState } from '../../../../contract/documents.ts';
import type { Meeting } from '../../../../contract/meetings.ts';
import { versionName } from '../../../../domain/meetings/document.ts';
import type { Question } from '../../../ui/confirm.ts';

/** What members will see, said before publishing. */
export function publishQuestion({ documents, publishedAt, unpublishedCount }: Meeting): Question {
  const unread = documents.filter(({ revision }) => revision.state === 'waiting' || revision.state === 'processing');
  const later = unread.length > 0 ? `準備中の${unread.length}件は、読み取りが終わりしだい見えるようになります。` : '';
  if (publishedAt !== null)
    return {
      heading: '変更を公開しますか',
      text: `まだ見えていない資料${unpublishedCount}件を、委員が見られるようになります。差し替えた資料は新しい版に替わり、お送りした通知はそのまま使えます。${later}`,
      action: '変更を公開する',
    };
  return {
    heading: 'この会議を公開しますか',
    text: `通知を受け取った委員が、日時、場所、協議事項と資料${documents.length}件を見られるようになります。${later}`,
    action: '公開する',
  };
}

/** What members will lose, said before a paper that they can see is taken out. */
export function withdrawDocumentQuestion({ revision }: DocumentSummary, name: string): Question {
  const version = revision.number > 1 ? `（${versionName(revision)}まで）` : '';
  const lost = revision.published
    ? `公開中の資料です。取り下げると、委員は「${name}」${version}をすぐに見られなくなります。`
    : `取り下げると、いま委員に見えている版も、すぐに見られなくなります。`;
  return {
    heading: `${name}を取り下げますか`,
    text: `${lost}下の「取り下げた資料」から、いつでも元に戻せます。`,
    action: '取り下げる',
    danger: true,
  };
}

/** What is lost with a version that is taken back for good. `others` are the document's other versions. */
export function takeBackQuestion(
  { number, fileName, pageCount, published }: RevisionState,
  name: string,
  others: readonly RevisionState[],
): Question {
  const pages = pageCount === null ? '' : `（${pageCount}ページ）`;
  const lost = `「${fileName}」${pages}と、そのページの画像、検索のための文字、前の年度と比べた結果が失われます。`;
  const after = whatIsSeen(published, name, others);
  return {
    heading: `${name}の${versionName({ number })}を完全に取り消しますか`,
    text: `${lost}すぐにだれも見られなくなり、7日後に消去します。元に戻せません。${after}`,
    action: '完全に取り消す',
    danger: true,
  };
}

function whatIsSeen(published: boolean, name: string, others: readonly RevisionState[]): string {
  if (others.length === 0) return `ほかの版がないため、${name}は会議からなくなります。`;
  if (!published) return '';
  const next = others.find((other) => other.published);
  return next ? `委員には、${versionName(next)}が見えます。` : 'ほかの版を公開するまで、委員はこの資料を見られません。';
}

/** What is lost with a mistyped meeting, which nothing hangs on yet. */
export function deleteMeetingQuestion({ title, agenda }: Meeting): Question {
  const lost =
    agenda.length > 0 ? `日時、場所と協議事項${agenda.length}件を消します。` : '日時と場所の登録を消します。';
  return {
    heading: `${title}を削除しますか`,
    text: `${lost}資料はまだありません。この操作は元に戻せません。`,
    action: '削除する',
    danger: true,
  };
}

/** What members will lose, said before withdrawing. */
export function withdrawQuestion({ documents }: Meeting): Question {
  return {
    heading: '公開を取りやめますか',
    text: `委員は、この会議と資料${documents.length}件を見られなくなります。お送りした通知からも開けません。もう一度公開すると、同じ通知でまた見られます。`,
    action: '公開を取りやめる',
    danger: true,
  };
}
