import type { DocumentSummary, SeriesList } from '../../../../contract/documents.ts';
import type { Meeting } from '../../../../contract/meetings.ts';
import { fiscalYearLabel } from '../../../../domain/japanese/fiscal-year.ts';

/** The choice that starts a chain of its own. */
export const ownChain = 'new';

/**
 * Which earlier paper a document can go on: the chains that no other document of this meeting has taken. A document whose
 * chain holds nothing but itself keeps that chain when it goes on none.
 */
export function seriesChoices(
  { id, seriesId }: Pick<DocumentSummary, 'id' | 'seriesId'>,
  { documents, fiscalYear }: Pick<Meeting, 'documents' | 'fiscalYear'>,
  series: SeriesList['series'],
): { value: string; label: string }[] {
  const taken = new Set(documents.filter((other) => other.id !== id).map((other) => other.seriesId));
  const own = series.find((chain) => chain.id === seriesId);
  const alone = !own || own.years.every((year) => year === fiscalYear);
  const open = series.filter((chain) => !taken.has(chain.id) && !(alone && chain.id === seriesId));
  return [
    { value: alone ? String(seriesId) : ownChain, label: 'つなげない（この資料から始める）' },
    ...open.map((chain) => ({
      value: String(chain.id),
      label: `${chain.title}（${yearsText(chain, seriesId, fiscalYear)}）`,
    })),
  ];
}

// The year of the document itself says nothing of the earlier paper.
function yearsText(chain: SeriesList['series'][number], seriesId: number, fiscalYear: number): string {
  const years = chain.id === seriesId ? chain.years.filter((year) => year !== fiscalYear) : chain.years;
  return years.map((year) => fiscalYearLabel(year)).join('、');
}
