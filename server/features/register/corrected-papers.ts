import type { RegisterCell, RegisterState, RegisterValue } from '../../../contract/register.ts';
import { measure } from '../../../domain/initiatives/candidate.ts';
import type { Judgements, ToldInitiative } from '../../../domain/initiatives/chain.ts';
import { findInitiative } from '../../../domain/initiatives/find-initiative.ts';
import type { Initiative } from '../../../domain/initiatives/initiative.ts';
import { readState } from '../../../domain/initiatives/state.ts';
import { counterUnit, parseUnit } from '../../../domain/quantities/unit.ts';
import type { CorrectionRow } from './corrections.ts';
import type { Paper } from './papers.ts';

/** An initiative with what people set in it; `printed` is as the paper has it. */
export interface CorrectedInitiative extends ToldInitiative {
  readonly paper: Paper;
  readonly printed: Initiative;
  readonly corrected: readonly { readonly field: Field; readonly correctionId: number; readonly changed: boolean }[];
}

type Field = NonNullable<CorrectionRow['field']>;

export interface CorrectedPapers {
  /** By paper, without what people hid. */
  readonly told: readonly (readonly CorrectedInitiative[])[];
  readonly judgements: Judgements;
  /** Ids of corrections whose initiative is not in the paper shown any more. */
  readonly unfitting: ReadonlySet<number>;
}

/** Applies what people said, oldest first, so that the newest word holds. */
export function correctPapers(papers: readonly Paper[], corrections: readonly CorrectionRow[]): CorrectedPapers {
  const unfitting = new Set<number>();
  const hidden = new Set<Initiative>();
  const values = new Map<Initiative, CorrectionRow[]>();
  const same: [string, string][] = [];
  const different: [string, string][] = [];
  const byDocument = new Map(papers.map((paper) => [paper.documentId, paper]));
  for (const correction of corrections) {
    const paper = byDocument.get(correction.document_id);
    const about = paper && findInitiative(correction.place, paper.initiatives);
    const otherPaper = byDocument.get(correction.other_document_id ?? 0);
    const other =
      otherPaper && correction.other_place && findInitiative(correction.other_place, otherPaper.initiatives);
    if (!paper || !about || (correction.other_place && !other)) {
      unfitting.add(correction.id);
    } else if (correction.kind === 'hidden') hidden.add(about);
    else if (correction.kind === 'value') values.set(about, [...(values.get(about) ?? []), correction]);
    else (correction.kind === 'same' ? same : different).push([idOf(paper, about), idOf(otherPaper!, other!)]);
  }
  const told = papers.map((paper) =>
    paper.initiatives
      .filter((initiative) => !hidden.has(initiative))
      .map((printed): CorrectedInitiative => {
        const said = values.get(printed) ?? [];
        const initiative = said.reduce(withValue, printed);
        const { documentId, seriesId } = paper;
        const corrected = [...new Map(said.map(({ field, id }) => [field!, id]))].map(([field, correctionId]) => ({
          field,
          correctionId,
          changed: isChanged(printed, initiative, field),
        }));
        return { id: idOf(paper, printed), documentId, seriesId, initiative, paper, printed, corrected };
      }),
  );
  return { told, judgements: { same, different }, unfitting };
}

const idOf = (paper: Paper, initiative: Initiative) => `${paper.documentId}:${paper.initiatives.indexOf(initiative)}`;

/** A person's word is in no doubt. */
const SAID = { confidence: 1, doubts: [] } as const;

function withValue(initiative: Initiative, { field, value }: CorrectionRow): Initiative {
  const text = value?.text ?? '';
  if (field === 'number' || field === 'name') return text === '' ? initiative : { ...initiative, [field]: text };
  const before = initiative[field!];
  if (text === '') return { ...initiative, [field!]: null };
  const { page, box } = before ?? initiative;
  if (field === 'state') {
    const kind = value?.stateKind ?? readState(text, new Map())?.kind ?? 'other';
    return { ...initiative, state: { ...SAID, text, page, box, kind, year: initiative.state?.year ?? null } };
  }
  const { unit, year } = { unit: null, year: null, ...(initiative[field as 'target'] ?? {}) };
  const printedUnit = unit === null ? null : (parseUnit(unit) ?? counterUnit(unit));
  return { ...initiative, [field!]: { ...SAID, text, page, box, year, ...measure(text, printedUnit) } };
}

/** False where a person said that it is as it was read. */
function isChanged(printed: Initiative, initiative: Initiative, field: Field): boolean {
  const [before, now] = [printed[field], initiative[field]];
  if (typeof before === 'string' || typeof now === 'string' || !before || !now) return before !== now;
  if ('kind' in before && 'kind' in now) return before.text !== now.text || before.kind !== now.kind;
  if (!('value' in before) || !('value' in now)) return true;
  return before.value === null ? before.text !== now.text : before.value !== now.value || before.unit !== now.unit;
}

/** What the register shows of one initiative of one paper. */
export function cellOf(
  { paper, printed, initiative, corrected }: CorrectedInitiative,
  labelOf: (revisionId: number, page: number) => string | null,
): RegisterCell {
  const { documentId, revisionId } = paper;
  const correctionOf = (field: Field) => corrected.find((one) => one.field === field)?.correctionId ?? null;
  const placed = <T extends { page: number; box: readonly number[]; doubts: readonly unknown[] }>(
    field: Field,
    read: T,
  ) => ({
    ...read,
    box: [...read.box],
    doubts: [...read.doubts] as T['doubts'][number][],
    pageLabel: labelOf(revisionId, read.page),
    correctionId: correctionOf(field),
  });
  const value = (field: 'target' | 'result' | 'effect'): RegisterValue | null =>
    initiative[field] && (placed(field, initiative[field]) as RegisterValue);
  const state = initiative.state && (placed('state', initiative.state) as RegisterState);
  const nameUnsure = initiative.confidence < SURE && correctionOf('name') === null;
  const read = [value('target'), value('result'), state, value('effect')];
  return {
    documentId,
    revisionId,
    documentTitle: paper.title,
    number: initiative.number,
    name: initiative.name,
    department: initiative.department,
    indicator: initiative.indicator,
    page: initiative.page,
    pageLabel: labelOf(revisionId, initiative.page),
    ...{ target: value('target'), result: value('result'), state, effect: value('effect') },
    nameUnsure,
    unsure: nameUnsure || read.some((one) => one !== null && one.doubts.length > 0),
    corrected: [...corrected],
    place: { documentId, number: printed.number, name: printed.name, page: printed.page },
  };
}

const SURE = 0.8;
