import { ERA_LETTERS, ERA_NAMES } from '../japanese/era.ts';
/** A chain of the same document over the years, known by the newest title it has had. */
export interface SeriesTitle {
  readonly id: number;
  readonly title: string;
}

/** At least this much of two titles must agree, years and numbers aside; below it they are different papers. */
const enough = 0.6;
/** A title that another one ends with is that title with the committee's name before it. */
const endsAlike = 0.7;
const shortestEnding = 4;

/**
 * The series that a document of this title goes on, or null where none is near enough. Years, numbers and session
 * counts change from year to year and say nothing: 令和４年度国民健康保険特別会計予算 goes on as 令和８年度…
 */
export function proposeSeries(title: string, candidates: readonly SeriesTitle[]): number | null {
  const wanted = essence(title);
  let best: { id: number; likeness: number } | null = null;
  for (const { id, title: other } of candidates) {
    const likeness = likenessOf(wanted, essence(other));
    if (likeness >= enough && (!best || likeness > best.likeness)) best = { id, likeness };
  }
  return best?.id ?? null;
}

const ERA_YEAR = new RegExp(`(?:${ERA_NAMES}|[${ERA_LETTERS}])\\s*(?:[0-9]+|元)\\s*(?:年度?|(?![0-9a-z]))`, 'giu');

/** The title without what changes every year. */
export function essence(title: string): string {
  const text = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(ERA_YEAR, '')
    .replace(/[0-9]{4}\s*年度?/gu, '')
    .replace(/\([^)]*回\)|第\s*[0-9]+\s*回/gu, '')
    .replace(/[0-9]+\s*月\s*(?:[0-9]+\s*日)?/gu, '')
    .replace(/[0-9]+/gu, '')
    .replace(/[\s\p{P}\p{S}]/gu, '');
  return text || title.normalize('NFKC').replace(/\s/gu, '');
}

function likenessOf(a: string, b: string): number {
  const likeness = dice(bigrams(a), bigrams(b));
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  return shorter.length >= shortestEnding && longer.endsWith(shorter) ? Math.max(likeness, endsAlike) : likeness;
}

function bigrams(text: string): Map<string, number> {
  const padded = `^${text}$`;
  const counts = new Map<string, number>();
  for (let index = 0; index + 1 < padded.length; index += 1) {
    const pair = padded.slice(index, index + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** Sørensen–Dice coefficient of two multisets, 0 to 1. */
function dice(a: Map<string, number>, b: Map<string, number>): number {
  let shared = 0;
  for (const [pair, count] of a) shared += Math.min(count, b.get(pair) ?? 0);
  const size = (map: Map<string, number>) => [...map.values()].reduce((sum, count) => sum + count, 0);
  return (2 * shared) / (size(a) + size(b));
}
