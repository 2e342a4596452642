import { conversion } from '../quantities/difference.ts';
import { counterUnit, parseUnit, type Unit } from '../quantities/unit.ts';
import type { Candidate, Slot } from './candidate.ts';
import type { Found } from './found.ts';
import type { Doubt, Initiative, ReadState, ReadText, ReadValue } from './initiative.ts';
import { type Legend, readState } from './state.ts';

const SURE = 0.95;
const UNMARKED = 0.7;
/** Each doubt leaves this share of the confidence. */
const DOUBTED = 0.7;

/** The year most of a paper's results are of, not later than `fiscalYear`; null where it prints no years beside them. */
export function resultYearOf(found: readonly Found[], fiscalYear: number): number | null {
  const times = new Map<number, number>();
  for (const one of found) {
    const year = latestResult(one.candidates, fiscalYear);
    if (year !== null) times.set(year, (times.get(year) ?? 0) + 1);
  }
  return [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null;
}

/** The year of the paper where it has a result for it, else the last one before it. */
function latestResult(candidates: readonly Candidate[], paperYear: number): number | null {
  const years = candidates.flatMap(({ slot, year }) => (slot === 'result' && year !== null ? [year] : []));
  const known = years.filter((year) => year <= paperYear);
  return known.length > 0 ? Math.max(...known) : null;
}

/** Decides what a paper says of one initiative from the places that tell of it, the most telling first. */
export function decide(places: readonly Found[], paperYear: number, legend: Legend): Initiative {
  const [first] = places as [Found];
  const read = places.map((place) => readPlace(place, paperYear, legend));
  const one = <K extends keyof PlaceValues>(slot: K): PlaceValues[K] =>
    read.find((values) => values[slot] !== null)?.[slot] ?? (null as PlaceValues[K]);
  return {
    number: first.number,
    name: first.name,
    page: first.page,
    box: first.box,
    lastPage: first.lastPage,
    source: first.source,
    confidence: places.some(({ marked }) => marked) ? SURE : UNMARKED,
    group: one('group'),
    department: one('department'),
    indicator: one('indicator'),
    target: agreed(
      read.map(({ target }) => target),
      sameValue,
    ),
    result: agreed(
      read.map(({ result }) => result),
      sameValue,
    ),
    state: agreed(
      read.map(({ state }) => state),
      sameKind,
    ),
    effect: agreed(
      read.map(({ effect }) => effect),
      sameValue,
    ),
  };
}

type PlaceValues = Pick<Initiative, 'group' | 'department' | 'indicator' | 'target' | 'result' | 'state' | 'effect'>;

function readPlace({ candidates }: Found, paperYear: number, legend: Legend): PlaceValues {
  const own = (slot: Slot) => onFirstPage(candidates.filter((candidate) => candidate.slot === slot));
  const year = latestResult(candidates, paperYear) ?? paperYear;
  const indicator = own('indicator')[0];
  const measured = (slot: Slot, extra: readonly Doubt[] = []) => {
    const picked = pick(own(slot), year, paperYear);
    return picked && readValue(picked.candidate, [...picked.doubts, ...extra], indicator?.unit ?? null);
  };
  const effect = measured('effect') ?? measured('planned-effect', ['planned']);
  return {
    group: own('group')[0]?.text ?? null,
    department: own('department')[0]?.text ?? null,
    indicator: indicator?.text ?? null,
    target: measured('target'),
    result: measured('result'),
    state: stateOf(own('state'), year, paperYear, legend) ?? stateOf(own('rating'), year, paperYear, legend),
    effect,
  };
}

/** What is told again on a later page adds nothing to what a sheet has told. */
const onFirstPage = (candidates: readonly Candidate[]) => candidates.filter(({ page }) => page === candidates[0]!.page);

interface Picked {
  readonly candidate: Candidate;
  readonly doubts: readonly Doubt[];
}

function pick(candidates: readonly Candidate[], year: number, paperYear: number): Picked | null {
  const totals = candidates.filter(({ total }) => total);
  const pool = totals.length > 0 ? totals : candidates;
  const ofYear = pool.filter((candidate) => candidate.year === year);
  const ofNone = pool.filter((candidate) => candidate.year === null);
  const chosen = ofYear.length > 0 ? ofYear : ofNone.length > 0 ? ofNone : ofOther(pool, year);
  const [candidate] = chosen;
  if (!candidate) return null;
  const doubts: Doubt[] = [];
  if (new Set(chosen.map(({ text }) => text)).size > 1) doubts.push('several');
  if (candidate.year !== null && candidate.year !== paperYear) doubts.push('other-year');
  if (candidate.year === null && pool.length > chosen.length) doubts.push('no-year');
  return { candidate, doubts };
}

/** Of values that are all of other years the nearest one later, as a goal for the end of a plan is; else the last. */
function ofOther(pool: readonly Candidate[], year: number): readonly Candidate[] {
  const sorted = pool.toSorted((a, b) => a.year! - b.year!);
  const nearest = sorted.find((candidate) => candidate.year! > year) ?? sorted.at(-1);
  return nearest ? sorted.filter((candidate) => candidate.year === nearest.year) : [];
}

const placed = ({ text, page, box }: Candidate, doubts: readonly Doubt[]): ReadText => ({
  text,
  page,
  box,
  doubts,
  confidence: confidenceOf(doubts),
});

const confidenceOf = (doubts: readonly Doubt[]) => Math.round(100 * SURE * DOUBTED ** doubts.length) / 100;

function readValue(candidate: Candidate, doubts: readonly Doubt[], unit: string | null): ReadValue {
  const { value, year } = candidate;
  return { ...placed(candidate, doubts), value, unit: value === null ? null : (candidate.unit ?? unit), year };
}

function stateOf(candidates: readonly Candidate[], year: number, paperYear: number, legend: Legend): ReadState | null {
  const states = candidates.filter(
    ({ text }) => readState(text, legend) !== null && !/^[0-9０-９.．]+[%％]?$/u.test(text),
  );
  const picked = pick(states, year, paperYear);
  // the state of another year is not this year's
  if (!picked || (picked.candidate.year !== null && picked.candidate.year !== year)) return null;
  const { kind, guessed } = readState(picked.candidate.text, legend)!;
  const doubts: readonly Doubt[] = guessed ? [...picked.doubts, 'mark'] : picked.doubts;
  return { ...placed(picked.candidate, doubts), kind, year: picked.candidate.year };
}

/** The first place's value; what the others print otherwise is told. */
function agreed<T extends ReadText>(values: readonly (T | null)[], same: (a: T, b: T) => boolean): T | null {
  const [first, ...others] = values.filter((value) => value !== null);
  if (!first) return null;
  if (others.every((other) => same(first, other))) return first;
  const doubts: readonly Doubt[] = [...first.doubts, 'disagree'];
  return { ...first, doubts, confidence: confidenceOf(doubts) };
}

function sameValue(a: ReadValue, b: ReadValue): boolean {
  if (a.year !== b.year && a.year !== null && b.year !== null) return true;
  if (a.value === null || b.value === null) return a.text === b.text;
  const factor = conversion(unitOf(a.unit), unitOf(b.unit));
  return factor === null ? a.value === b.value : Math.abs(a.value * factor - b.value) <= Math.max(1, factor) * 0.5;
}

const unitOf = (text: string | null): Unit | null => (text === null ? null : (parseUnit(text) ?? counterUnit(text)));

const sameKind = (a: ReadState, b: ReadState) =>
  a.kind === b.kind || a.doubts.includes('mark') || b.doubts.includes('mark');
