import type { LedgerMeeting } from '../../../contract/ledger.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import { documentName } from '../../../domain/meetings/document.ts';
import { paperSavingOf, savedRate } from '../../../domain/meetings/paper-saving.ts';
import { disarmed } from '../../http/downloads.ts';

/** The ledger as a table for CSV: a header, then a row a meeting; values are plain numbers. */
export function ledgerTable(meetings: readonly LedgerMeeting[]) {
  const header = [
    ...['年度', '会議体', '会議', '開催日', '委員数'],
    ...['全員に配った場合のページ数', '印刷したページ数', '減らせたページ数', '削減率（％）'],
    ...['全員に配った場合の枚数', '印刷した枚数', '減らせた枚数'],
  ];
  return [header, ...meetings.map(rowOf)];
}

function rowOf({ fiscalYear, committeeName, title, heldOn, members, saving }: LedgerMeeting) {
  const rate = savedRate(saving);
  const { pagesForAll, pagesPrinted, leavesForAll, leavesPrinted } = saving;
  return [
    ...[fiscalYearLabel(fiscalYear, 'half'), disarmed(committeeName), disarmed(title), heldOn, members],
    ...[pagesForAll, pagesPrinted, pagesForAll - pagesPrinted, rate === null ? null : Math.round(rate * 1000) / 10],
    ...[leavesForAll, leavesPrinted, leavesForAll - leavesPrinted],
  ];
}

/** The same a row a document of each meeting. */
export function documentTable(meetings: readonly LedgerMeeting[]) {
  const header = [
    ...['年度', '会議体', '会議', '開催日', '資料', 'ページ数', '委員数', '部数'],
    ...['全員に配った場合の枚数', '印刷した枚数', '減らせた枚数'],
  ];
  return [header, ...meetings.flatMap(documentRows)];
}

function documentRows({ fiscalYear, committeeName, title, heldOn, members, papers }: LedgerMeeting) {
  return papers.map((paper) => {
    const { leavesForAll, leavesPrinted } = paperSavingOf(members, [paper]);
    return [
      ...[fiscalYearLabel(fiscalYear, 'half'), disarmed(committeeName), disarmed(title), heldOn],
      ...[disarmed(documentName(paper)), paper.pages, members, paper.copies],
      ...[leavesForAll, leavesPrinted, leavesForAll - leavesPrinted],
    ];
  });
}
