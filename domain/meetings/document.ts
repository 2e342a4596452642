import { withDigits } from '../japanese/numerals.ts';
import { isMinutes } from './minutes.ts';

/** 次第, 資料, 参考, 議事録 (which come after the meeting), and what carries no such mark. */
export const documentKinds = ['agenda', 'material', 'reference', 'minutes', 'other'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const openness = ['open', 'partly_open', 'closed'] as const;
/** 公開, 一部公開, 非公開 (towards citizens; members read all). */
export type Openness = (typeof openness)[number];

export const opennessNames: Record<Openness, string> = { open: '公開', partly_open: '一部公開', closed: '非公開' };

/** 一部公開（個人に関する情報を扱うため）; '' where nothing was said. */
export function opennessText(meeting: { readonly openness: Openness | null; readonly opennessReason: string }): string {
  if (meeting.openness === null) return '';
  const reason = meeting.opennessReason === '' ? '' : `（${meeting.opennessReason}）`;
  return opennessNames[meeting.openness] + reason;
}

/** waiting → processing → ready | failed; a failed one may be tried again. */
export const processingStates = ['waiting', 'processing', 'ready', 'failed'] as const;
export type ProcessingState = (typeof processingStates)[number];

export const pageProblems = ['damaged', 'too_complex'] as const;
/** Why one page of a file that is otherwise all right is blank: it is broken, or needs more than a page may take. */
export type PageProblem = (typeof pageProblems)[number];

const kindNames: Record<DocumentKind, string> = {
  agenda: '次第',
  material: '資料',
  reference: '参考',
  minutes: '議事録',
  other: '',
};

/** The mark people say aloud: 資料１, 参考２, 次第; empty for other documents. Digits are full-width. */
export function documentMark(kind: DocumentKind, number: string): string {
  const wide = number.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return kind === 'other' ? wide : kindNames[kind] + wide;
}

interface Named {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly title: string;
}

/** The mark to show before the title; empty where the title says the same: 次第, 第３回会議録. */
export function markBeforeTitle({ kind, number, title }: Named): string {
  const mark = documentMark(kind, number);
  return mark === title || (kind === 'minutes' && isMinutes(title)) ? '' : mark;
}

/** 資料１　集中改革プラン進行管理シート */
export function documentName(document: Named): string {
  const mark = markBeforeTitle(document);
  return mark === '' ? document.title : `${mark}　${document.title}`;
}

/** 資料１, or the title of what carries no mark: what people say. */
export function spokenName({ kind, number, title }: Named): string {
  return documentMark(kind, number) || title;
}

/** 第２版: a name, and so in full width. */
export const versionName = ({ number }: { readonly number: number }): string =>
  `第${withDigits(String(number), 'full')}版`;
