import type { Ledger, LedgerMeeting, LedgerQuery } from '../../../contract/ledger.ts';
import { japaneseDate } from '../../../domain/japanese/date.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import {
  type PaperSaving,
  savedRateText,
  savingsByCommittee,
  savingsByYear,
  sumOfSavings,
} from '../../../domain/meetings/paper-saving.ts';
import type { LedgerReport } from '../../print/print-ledger.ts';

/** The newest, beside which a page still holds more. */
const mostYears = 8;

/** The ledger as a page that a council prints in its own papers. `today` is 'YYYY-MM-DD'. */
export function ledgerReport(
  { settings, meetings }: Ledger,
  { committee, year }: LedgerQuery,
  today: string,
): LedgerReport {
  const saving = sumOfSavings(meetings.map((meeting) => meeting.saving));
  const saved = saving.leavesForAll - saving.leavesPrinted;
  const pages = saving.pagesForAll - saving.pagesPrinted;
  const target = settings.target === null ? '目標は決めていません' : `目標${settings.target}％減`;
  return {
    title: '会議資料の紙の削減',
    scope: [
      year === undefined ? 'すべての年度' : fiscalYearLabel(year),
      committee === undefined ? 'すべての会議体' : (meetings[0]?.committeeName ?? ''),
      `会議${meetings.length}回`,
    ].join('　'),
    date: japaneseDate(today, { weekday: false }),
    sums: [
      { label: '会議資料の総ページ数', value: `${savedRateText(saving)}減`, note: target },
      {
        label: '減らせた枚数',
        value: `${saved.toLocaleString('ja-JP')}枚`,
        note: `印刷は${saving.leavesPrinted.toLocaleString('ja-JP')}枚`,
      },
      {
        label: '減らせたページ数',
        value: `${pages.toLocaleString('ja-JP')}ページ`,
        note: `全部で${saving.pagesForAll.toLocaleString('ja-JP')}ページ`,
      },
    ],
    years: savingsByYear(meetings)
      .slice(-mostYears)
      .map(({ fiscalYear, saving: ofYear }) => ({
        name: fiscalYearLabel(fiscalYear),
        printed: ofYear.leavesPrinted,
        saved: ofYear.leavesForAll - ofYear.leavesPrinted,
        rate: savedRateText(ofYear),
      })),
    tables: [ofMeetings(meetings), ofCommittees(meetings)],
    note: `${settings.duplex ? '両面' : '片面'}・１面に${settings.pagesPerSide}ページで数えました。全員とは、会議の日に任期のある委員です。`,
  };
}

function ofMeetings(meetings: readonly LedgerMeeting[]) {
  return {
    heading: '会議ごと',
    columns: ['開催日', '会議', ...counted],
    rows: meetings.map(({ heldOn, title, saving }) => [
      japaneseDate(heldOn, { weekday: false }),
      title,
      ...countsOf(saving),
    ]),
  };
}

function ofCommittees(meetings: readonly LedgerMeeting[]) {
  return {
    heading: '会議体ごと',
    columns: ['会議', '会議体', ...counted],
    rows: savingsByCommittee(meetings).map((own) => [`${own.meetings}回`, own.committeeName, ...countsOf(own.saving)]),
  };
}

const counted = ['全員に配ると', '印刷', '削減率'];

function countsOf(saving: PaperSaving): string[] {
  const { leavesForAll, leavesPrinted } = saving;
  return [
    `${leavesForAll.toLocaleString('ja-JP')}枚`,
    `${leavesPrinted.toLocaleString('ja-JP')}枚`,
    savedRateText(saving),
  ];
}
