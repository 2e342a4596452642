import type { LedgerMeeting } from '../../../../contract/ledger.ts';
import { fiscalYearLabel } from '../../../../domain/japanese/fiscal-year.ts';
import { documentName } from '../../../../domain/meetings/document.ts';

export interface WishedPaper {
  readonly name: string;
  readonly meetingId: number;
  readonly meetingTitle: string;
  readonly copies: number;
  readonly leaves: number;
}

/** Documents that somebody still wishes on paper, those that take most leaves first. */
export function wishedPapers(meetings: readonly LedgerMeeting[]): WishedPaper[] {
  return meetings
    .flatMap(({ id, title, fiscalYear, papers }) =>
      papers
        .filter(({ copies }) => copies > 0)
        .map((paper) => ({
          name: documentName(paper),
          meetingId: id,
          meetingTitle: `${fiscalYearLabel(fiscalYear)}　${title}`,
          copies: paper.copies,
          leaves: paper.copies * paper.leaves,
        })),
    )
    .sort((one, other) => other.leaves - one.leaves);
}
