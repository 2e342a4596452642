import type { DocumentSummary } from '../../../../contract/documents.ts';
import { fiscalYearLabel } from '../../../../domain/japanese/fiscal-year.ts';
import type { Choice } from '../../../ui/ui-select.ts';

/** The choice that leaves the year to what the paper says. */
export const asPrinted = '';
const yearsAround = 6;

const sourceWords: Record<NonNullable<DocumentSummary['fiscalYearSource']>, string> = {
  title: '題名から',
  first_page: '1ページ目から',
  meeting: '資料に書かれていないため、会議の年度',
  official: '事務局が指定',
};

/** 令和８年度（題名から） */
export function yearWithSource({
  fiscalYear,
  fiscalYearSource,
}: Pick<DocumentSummary, 'fiscalYear' | 'fiscalYearSource'>): string {
  const label = fiscalYearLabel(fiscalYear);
  return fiscalYearSource === null ? label : `${label}（${sourceWords[fiscalYearSource]}）`;
}

/** What a document's year can be set to, newest first after the paper's own word. */
export function documentYearChoices(
  document: Pick<DocumentSummary, 'fiscalYear' | 'fiscalYearSource'>,
  meetingYear: number,
): Choice[] {
  const printed = document.fiscalYearSource === 'official' ? '' : `：${yearWithSource(document)}`;
  return [
    { value: asPrinted, label: `資料のとおり${printed}` },
    ...yearsOf(meetingYear, document.fiscalYear).map(yearChoice),
  ];
}

/** What a meeting's year can be. */
export const meetingYearChoices = (proposed: number, chosen: number): Choice[] =>
  yearsOf(proposed, chosen).map(yearChoice);

const yearChoice = (year: number): Choice => ({ value: String(year), label: fiscalYearLabel(year) });

function yearsOf(middle: number, chosen: number): number[] {
  const around = Array.from({ length: 2 * yearsAround + 1 }, (_, index) => middle + yearsAround - index);
  return [...new Set([...around, chosen])].sort((a, b) => b - a);
}
