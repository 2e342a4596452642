import type { Ledger, LedgerQuery } from '../../../contract/ledger.ts';
import { japaneseDate } from '../../../domain/japanese/date.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import { savedRateText, savingsByYear, sumOfSavings } from '../../../domain/meetings/paper-saving.ts';
import type { LedgerReport } from '../../print/print-ledger.ts';

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
    years: savingsByYear(meetings).map(({ fiscalYear, saving: ofYear }) => ({
      name: fiscalYearLabel(fiscalYear),
      printed: ofYear.leavesPrinted,
      saved: ofYear.leavesForAll - ofYear.leavesPrinted,
      rate: savedRateText(ofYear),
    })),
    columns: ['開催日', '会議', '全員に配ると', '印刷', '削減率'],
    meetings: meetings.map(({ heldOn, title, saving: ofMeeting }) => [
      japaneseDate(heldOn, { weekday: false }),
      title,
      `${ofMeeting.leavesForAll.toLocaleString('ja-JP')}枚`,
      `${ofMeeting.leavesPrinted.toLocaleString('ja-JP')}枚`,
      savedRateText(ofMeeting),
    ]),
    note: `${settings.duplex ? '両面' : '片面'}・１面に${settings.pagesPerSide}ページで数えました。全員とは、会議の日に任期のある委員です。`,
  };
}
