import { boxOf, commonHeight, commonWidth, heightOf } from '../sheet/box.ts';
import type { ComparedLine, ComparedValue } from './compared-lines.ts';

/** A line as it is printed on the page, in points from the top left. */
export interface PrintedLine {
  readonly text: string;
  readonly box: readonly number[];
}

/** Sentences, whole, with the amounts that they name. */
export interface ProseBlock {
  readonly kind: 'prose';
  readonly text: string;
  readonly amounts: readonly { readonly label: string; readonly values: readonly ComparedValue[] }[];
}

type Box = Parameters<typeof heightOf>[0];
type TextBlock = { readonly kind: 'text'; readonly text: string };

/** In heights of a line: farther below is another paragraph. */
const nextLine = 2.5;

/**
 * The lines of running text that follow one another, as words: what was read for the comparison leaves out what stands between its
 * amounts, so sentences with amounts are told as they are printed. `all`: every line that was read from the page.
 */
export function proseBlocks(
  running: readonly ComparedLine[],
  all: readonly ComparedLine[],
  printed: readonly PrintedLine[],
): (ProseBlock | TextBlock)[] {
  const blocks: (ProseBlock | TextBlock)[] = [];
  for (const group of groupsOf(running, printed)) {
    const amounts = group.lines.flatMap(({ place, values }) =>
      values.length > 0 ? [{ label: place.label, values }] : [],
    );
    if (amounts.length === 0)
      blocks.push(
        ...group.lines.flatMap(({ place }) =>
          place.label === '' ? [] : [{ kind: 'text' as const, text: place.label }],
        ),
      );
    else {
      const words = withEnd(group.on, all, printed).map((at) => printed[at]!.text);
      blocks.push({ kind: 'prose', text: words.join('') || amounts.map(({ label }) => label).join('、'), amounts });
    }
  }
  return blocks;
}

interface Group {
  readonly lines: ComparedLine[];
  /** The printed lines that it stands on. */
  readonly on: Set<number>;
}

/** Sentences that share a printed line belong together. */
function groupsOf(running: readonly ComparedLine[], printed: readonly PrintedLine[]): Group[] {
  const groups: Group[] = [];
  for (const line of running) {
    const on = printed.flatMap((one, at) => (isOn(one, line) ? [at] : []));
    const last = groups.at(-1);
    if (last && on.some((at) => last.on.has(at))) {
      last.lines.push(line);
      for (const at of on) last.on.add(at);
    } else groups.push({ lines: [line], on: new Set(on) });
  }
  return groups;
}

function isOn({ box }: PrintedLine, { place }: ComparedLine): boolean {
  const [one, other] = [boxOf(box), boxOf(place.box)];
  return commonHeight(one, other) > heightOf(one) / 2 && commonWidth(one, other) > 0;
}

/** With the lines between, and those below on which the last sentence ends: nothing else that was read stands on them. */
function withEnd(on: ReadonlySet<number>, all: readonly ComparedLine[], printed: readonly PrintedLine[]): number[] {
  if (on.size === 0) return [];
  const [first, last] = [Math.min(...on), Math.max(...on)];
  let end = last;
  while (end + 1 < printed.length) {
    const [above, below] = [printed[end]!, printed[end + 1]!].map(({ box }) => boxOf(box)) as [Box, Box];
    const gap = below[1] - above[3];
    if (gap < 0 || gap > nextLine * heightOf(above) || /[。」]$/u.test(printed[end]!.text.trim())) break;
    if (all.some((line) => isOn(printed[end + 1]!, line))) break;
    end += 1;
  }
  return Array.from({ length: end - first + 1 }, (_, at) => first + at);
}
