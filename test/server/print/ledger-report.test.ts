import { expect, test } from 'vitest';
import type { LedgerMeeting } from '../../../contract/ledger.ts';
import { ledgerReport } from '../../../server/features/ledger/ledger-report.ts';
import { printLedger } from '../../../server/print/print-ledger.ts';
import { withPdf } from './drawn-pdf.ts';

const meetingsOf = (count: number): LedgerMeeting[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ id: index, committeeId: index % 6, committeeName: `第${index % 6}地区公共施設再編検討委員会` },
    ...{ title: `第${index}回公共施設再編検討委員会`, heldOn: `${2010 + (index % 15)}-07-01` },
    ...{ fiscalYear: 2010 + (index % 15), members: 10, papers: [] },
    saving: { pagesForAll: 100, pagesPrinted: 20, leavesForAll: 50, leavesPrinted: 10 },
  }));

test('the report is one page, of many meetings and years too: then it goes by committee', async () => {
  for (const [count, heading] of [
    [6, '会議ごと'],
    [14, '会議体ごと'],
    [120, '会議体ごと'],
  ] as const) {
    const ledger = {
      settings: { duplex: true, pagesPerSide: 1, target: 80, edition: 1 } as const,
      meetings: meetingsOf(count),
    };
    await withPdf(await printLedger(ledgerReport(ledger, {}, '2025-06-01')), async (pages) => {
      expect(pages.pageCount, `${count} meetings`).toBe(1);
      expect(pages.text(0)).toContain(heading);
      expect(pages.text(0)).toContain('80.0％減');
    });
  }
});
