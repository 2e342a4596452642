/** How the city prints: what a leaf of paper holds. */
export interface PrintLayout {
  readonly duplex: boolean;
  /** 1, 2 or 4 pages on one side. */
  readonly pagesPerSide: number;
}

/** One document of a meeting: its pages, the leaves of one copy, and how many members asked for it on paper. */
export interface PrintedDocument {
  readonly pages: number;
  readonly leaves: number;
  readonly copies: number;
}

/** Pages, and leaves of paper (枚), of a meeting's materials: as they would have been for everyone, and as they were printed. */
export interface PaperSaving {
  readonly pagesForAll: number;
  readonly pagesPrinted: number;
  readonly leavesForAll: number;
  readonly leavesPrinted: number;
}

const nothingPrinted: PaperSaving = { pagesForAll: 0, pagesPrinted: 0, leavesForAll: 0, leavesPrinted: 0 };

/** Leaves of one copy; a new document begins on a new leaf. */
export function leavesOf(pages: number, { duplex, pagesPerSide }: PrintLayout): number {
  return Math.ceil(Math.ceil(pages / pagesPerSide) / (duplex ? 2 : 1));
}

/** Of a meeting that so many members attend by right; a copy more than there are members is no negative saving. */
export function paperSavingOf(members: number, documents: readonly PrintedDocument[]): PaperSaving {
  return sumOfSavings(
    documents.map(({ pages, leaves, copies }) => {
      const readers = Math.max(members, copies);
      return {
        pagesForAll: pages * readers,
        pagesPrinted: pages * copies,
        leavesForAll: leaves * readers,
        leavesPrinted: leaves * copies,
      };
    }),
  );
}

export function sumOfSavings(savings: readonly PaperSaving[]): PaperSaving {
  return savings.reduce(
    (sum, one) => ({
      pagesForAll: sum.pagesForAll + one.pagesForAll,
      pagesPrinted: sum.pagesPrinted + one.pagesPrinted,
      leavesForAll: sum.leavesForAll + one.leavesForAll,
      leavesPrinted: sum.leavesPrinted + one.leavesPrinted,
    }),
    nothingPrinted,
  );
}

/** 0 … 1: the part of all pages that was not printed; null where there was nothing to print. */
export function savedRate({ pagesForAll, pagesPrinted }: PaperSaving): number | null {
  return pagesForAll === 0 ? null : (pagesForAll - pagesPrinted) / pagesForAll;
}

export interface YearOfSaving {
  readonly fiscalYear: number;
  readonly saving: PaperSaving;
}

/** The years of the meetings, the first first. */
export function savingsByYear(meetings: readonly YearOfSaving[]): YearOfSaving[] {
  const years = [...new Set(meetings.map(({ fiscalYear }) => fiscalYear))].sort((one, other) => one - other);
  return years.map((year) => {
    const ofYear = meetings.filter(({ fiscalYear }) => fiscalYear === year);
    return { fiscalYear: year, saving: sumOfSavings(ofYear.map(({ saving }) => saving)) };
  });
}

interface OfCommittee {
  readonly committeeId: number;
  readonly committeeName: string;
  readonly saving: PaperSaving;
}

export interface CommitteeOfSaving extends OfCommittee {
  /** How many of its meetings are counted. */
  readonly meetings: number;
}

/** The committees of the meetings, in the order in which they come. */
export function savingsByCommittee(meetings: readonly OfCommittee[]): CommitteeOfSaving[] {
  const names = new Map(meetings.map(({ committeeId, committeeName }) => [committeeId, committeeName]));
  return [...names].map(([committeeId, committeeName]) => {
    const own = meetings.filter((meeting) => meeting.committeeId === committeeId);
    const saving = sumOfSavings(own.map((meeting) => meeting.saving));
    return { committeeId, committeeName, meetings: own.length, saving };
  });
}

/** 0.9234 → 92.3％; － where there was nothing to print. */
export function savedRateText(saving: PaperSaving): string {
  const rate = savedRate(saving);
  return rate === null ? '－' : `${(rate * 100).toFixed(1)}％`;
}
