import { essence } from './series.ts';

/** Shorter runs of shared characters (計画の, 進捗) say nothing about what a paper is for. */
const shortestShared = 4;

/**
 * The agenda item that a paper of this title belongs to: the one it shares the longest run of characters with;
 * null where none is long enough or two are as long.
 */
export function proposeAgendaItem(title: string, items: readonly { id: number; title: string }[]): number | null {
  const wanted = essence(title);
  const scored = items
    .map((item) => ({ id: item.id, shared: longestShared(wanted, essence(item.title.replace(/について$/u, ''))) }))
    .sort((a, b) => b.shared - a.shared);
  const [best, second] = scored;
  if (!best || best.shared < shortestShared || best.shared === second?.shared) return null;
  return best.id;
}

/** Length of the longest run of characters that stands in both. */
function longestShared(a: string, b: string): number {
  let longest = 0;
  let above = new Array<number>(b.length + 1).fill(0);
  for (let row = 1; row <= a.length; row += 1) {
    const current = new Array<number>(b.length + 1).fill(0);
    for (let column = 1; column <= b.length; column += 1) {
      if (a[row - 1] !== b[column - 1]) continue;
      current[column] = above[column - 1]! + 1;
      longest = Math.max(longest, current[column]!);
    }
    above = current;
  }
  return longest;
}
