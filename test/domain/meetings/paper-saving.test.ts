import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  leavesOf,
  paperSavingOf,
  savedRate,
  savedRateText,
  savingsByYear,
} from '../../../domain/meetings/paper-saving.ts';
import { lastReplyDay } from '../../../domain/meetings/reply.ts';

const duplex = { duplex: true, pagesPerSide: 1 };

test('a copy begins on a new leaf, on both sides and several pages a side', () => {
  expect([1, 2, 3].map((pages) => leavesOf(pages, duplex))).toEqual([1, 1, 2]);
  expect([1, 8, 9].map((pages) => leavesOf(pages, { duplex: true, pagesPerSide: 4 }))).toEqual([1, 1, 2]);
  expect(leavesOf(0, duplex)).toBe(0);
});

test('what was saved is never negative nor more than everything', () => {
  const layout = fc.record({ duplex: fc.boolean(), pagesPerSide: fc.constantFrom(1, 2, 4) });
  const papers = fc.array(fc.record({ pages: fc.nat(200), copies: fc.nat(30) }), { maxLength: 8 });
  fc.assert(
    fc.property(fc.nat(30), papers, layout, (members, printed, printing) => {
      const documents = printed.map((one) => ({ ...one, leaves: leavesOf(one.pages, printing) }));
      const saving = paperSavingOf(members, documents);
      const rate = savedRate(saving);
      expect(rate === null || (rate >= 0 && rate <= 1)).toBe(true);
      expect(saving.leavesForAll).toBeGreaterThanOrEqual(saving.leavesPrinted);
      expect(saving.leavesForAll).toBeLessThanOrEqual(saving.pagesForAll);
    }),
  );
});

test('years are summed in their order, and nothing printed has no rate', () => {
  const saving = paperSavingOf(10, [{ pages: 10, leaves: leavesOf(10, duplex), copies: 1 }]);
  const none = paperSavingOf(10, []);
  const years = savingsByYear([
    { fiscalYear: 2024, saving },
    { fiscalYear: 2023, saving: none },
    { fiscalYear: 2024, saving },
  ]);
  expect(years.map(({ fiscalYear, saving: { leavesForAll } }) => [fiscalYear, leavesForAll])).toEqual([
    [2023, 0],
    [2024, 100],
  ]);
  expect([savedRateText(saving), savedRateText(none)]).toEqual(['90.0％', '－']);
});

test('members answer until the day that was set, and never after the meeting', () => {
  expect(lastReplyDay({ replyBy: null, heldOn: '2026-07-01' })).toBe('2026-07-01');
  expect(lastReplyDay({ replyBy: '2026-06-20', heldOn: '2026-07-01' })).toBe('2026-06-20');
  expect(lastReplyDay({ replyBy: '2026-07-10', heldOn: '2026-07-01' })).toBe('2026-07-01');
});
