import type { Kysely } from 'kysely';
import type { Register, RegisterCell, RegisterCorrection, RegisterRow } from '../../../contract/register.ts';
import { chainInitiatives, type ToldInitiative } from '../../../domain/initiatives/chain.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { editableCommittees } from '../../access/editable.ts';
import { readableCommittees } from '../../access/readable.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';
import { type CorrectedInitiative, type CorrectedPapers, cellOf, correctPapers } from './corrected-papers.ts';
import { type CorrectionRow, listCorrections } from './corrections.ts';
import { listPageLabels, listPapers, type Paper } from './papers.ts';
import { findSharedLines } from './shared-lines.ts';

/** The initiatives of a committee as this viewer may see them. Throws `not_found`. */
export async function showRegister(db: Kysely<Tables>, viewer: Viewer, committeeId: number): Promise<Register> {
  const committee = await readableCommittees(db, viewer)
    .select(['committee.id', 'committee.name'])
    .where('committee.id', '=', committeeId)
    .executeTakeFirst();
  if (!committee) throw new DomainError('not_found');
  const papers = await listPapers(db, viewer, committeeId);
  const corrections = await listCorrections(
    db,
    papers.map(({ documentId }) => documentId),
  );
  const corrected = correctPapers(papers, corrections);
  const chains = await chainPapers(db, corrected);
  const telling = papers.filter(({ initiatives }) => initiatives.length > 0);
  const labelOf = await listPageLabels(
    db,
    telling.map(({ revisionId }) => revisionId),
  );
  const years = [...new Set(chains.flat().map(({ paper }) => paper.fiscalYear))].sort((a, b) => b - a);
  const editable = await mayEdit(db, viewer, committeeId);
  return {
    committee,
    years,
    rows: chains.toSorted(inOrderOf(papers)).map((chain) => ({
      ...rowOf(chain, years, (one) => cellOf(one, labelOf)),
      paper: newestOfSeries(papers, newestOf(chain).paper).title,
    })),
    waiting: papers.filter(({ state }) => state === 'waiting').length,
    failed: papers.filter(({ state }) => state === 'failed').map(({ title }) => title),
    editable,
    corrections: editable ? tellCorrections(papers, corrections, corrected, chains) : [],
  };
}

async function mayEdit(db: Kysely<Tables>, { official }: Viewer, committeeId: number): Promise<boolean> {
  if (!official) return false;
  const own = editableCommittees(db, official).select('committee.id').where('committee.id', '=', committeeId);
  return (await own.executeTakeFirst()) !== undefined;
}

/** By name and surroundings; what then begins in the middle of a series is looked up in the stored comparisons. */
async function chainPapers(
  db: Kysely<Tables>,
  { told, judgements }: CorrectedPapers,
): Promise<CorrectedInitiative[][]> {
  const chains = chainInitiatives(told, judgements) as CorrectedInitiative[][];
  const firstOf = (seriesId: number) => told.find((paper) => paper[0]?.seriesId === seriesId)?.[0]?.paper;
  const beginning = chains.map(([first]) => first!).filter(({ paper }) => firstOf(paper.seriesId) !== paper);
  if (beginning.length === 0) return chains;
  const shared = await findSharedLines(db, told, beginning);
  return chainInitiatives(told, judgements, shared) as CorrectedInitiative[][];
}

/** By series, in the order of its newest paper; first what that still tells of, in its order, then what ended before. */
function inOrderOf(papers: readonly Paper[]) {
  const place = (chain: readonly CorrectedInitiative[]) => {
    const { paper, printed } = newestOf(chain);
    const newest = newestOfSeries(papers, paper);
    const series = [-newest.fiscalYear, papers.indexOf(newest)];
    return [...series, -paper.fiscalYear, papers.indexOf(paper), paper.initiatives.indexOf(printed)];
  };
  return (a: readonly CorrectedInitiative[], b: readonly CorrectedInitiative[]) => {
    const [one, other] = [place(a), place(b)];
    return one.map((part, i) => part - other[i]!).find((difference) => difference !== 0) ?? 0;
  };
}

const newestOfSeries = (papers: readonly Paper[], { seriesId }: Paper) =>
  papers.findLast((paper) => paper.seriesId === seriesId && paper.initiatives.length > 0)!;

/** Of the last year the paper that says most. */
function newestOf(chain: readonly CorrectedInitiative[]): CorrectedInitiative {
  const last = Math.max(...chain.map(({ paper }) => paper.fiscalYear));
  return ofYear(chain, last)!;
}

/** What a year's papers say: of the last meeting's the paper that says most. */
function ofYear(chain: readonly CorrectedInitiative[], year: number): CorrectedInitiative | null {
  const own = chain.filter(({ paper }) => paper.fiscalYear === year);
  const meeting = own.at(-1)?.paper.meetingId;
  const said = ({ initiative: { target, result, state, effect } }: CorrectedInitiative) =>
    [target, result, state, effect].filter((value) => value !== null).length;
  return own.filter(({ paper }) => paper.meetingId === meeting).sort((a, b) => said(b) - said(a))[0] ?? null;
}

function rowOf(
  chain: readonly CorrectedInitiative[],
  years: readonly number[],
  cell: (one: CorrectedInitiative) => RegisterCell,
): Omit<RegisterRow, 'paper'> {
  const { number, name, department, group } = newestOf(chain).initiative;
  const cells = years.map((year) => {
    const one = ofYear(chain, year);
    return one && cell(one);
  });
  return { number, name, department, group, cells };
}

/** For whoever may edit, newest first; a pair that could not be joined does not fit either. */
function tellCorrections(
  papers: readonly Paper[],
  corrections: readonly CorrectionRow[],
  { unfitting, judgements }: CorrectedPapers,
  chains: readonly (readonly ToldInitiative[])[],
): RegisterCorrection[] {
  const paperOf = (id: number | null) => papers.find(({ documentId }) => documentId === id);
  const together = ([a, b]: readonly [string, string]) =>
    chains.some((chain) => [a, b].every((id) => chain.some((told) => told.id === id)));
  let pair = 0;
  return corrections
    .map((row): RegisterCorrection => {
      const isPaired = row.kind === 'same' && !unfitting.has(row.id);
      const joined = !isPaired || together(judgements.same[pair++]!);
      const paper = paperOf(row.document_id)!;
      const other = paperOf(row.other_document_id);
      return {
        id: row.id,
        kind: row.kind,
        madeBy: row.madeBy,
        madeAt: row.made_at.toISOString(),
        fiscalYear: paper.fiscalYear,
        documentTitle: paper.title,
        number: row.place.number,
        name: row.place.name,
        field: row.field,
        text: row.value?.text ?? null,
        other: other && row.other_place ? { ...nameOf(row.other_place), fiscalYear: other.fiscalYear } : null,
        fits: !unfitting.has(row.id) && joined,
      };
    })
    .reverse();
}

const nameOf = ({ number, name }: { number: string; name: string }) => ({ number, name });
