import type { DocumentSummary, SeriesList } from '../../../../contract/documents.ts';
import { fiscalYearLabel } from '../../../../domain/japanese/fiscal-year.ts';

/** The choice that starts a chain of its own. */
export const ownChain = 'new';

/**
 * Which earlier paper a document can go on: the chains that no other of the meeting's `documents` has taken, each by the
 * newest of its other papers. A document whose chain holds nothing but itself keeps that chain when it goes on none.
 */
export function seriesChoices(
  { id, seriesId }: Pick<DocumentSummary, 'id' | 'seriesId'>,
  documents: readonly Pick<DocumentSummary, 'id' | 'seriesId'>[],
  series: SeriesList['series'],
): { value: string; label: string }[] {
  const taken = new Set(documents.filter((other) => other.id !== id).map((other) => other.seriesId));
  const chains = series.flatMap((chain) => {
    const papers = chain.papers.filter(({ documentId }) => documentId !== id);
    return papers.length === 0 || taken.has(chain.id) ? [] : [{ id: chain.id, papers }];
  });
  const alone = !chains.some((chain) => chain.id === seriesId);
  return [
    { value: alone ? String(seriesId) : ownChain, label: 'つなげない（この資料から始める）' },
    ...chains.map(({ id: chain, papers }) => ({ value: String(chain), label: labelOf(papers) })),
  ];
}

function labelOf(papers: SeriesList['series'][number]['papers']): string {
  const years = [...new Set(papers.map(({ fiscalYear }) => fiscalYear))];
  return `${papers[0]!.title}（${years.map((year) => fiscalYearLabel(year)).join('、')}）`;
}
