import type { Side } from '../../alignment/numbered-labels.ts';
import type { Comparison } from '../../comparison/compare-documents.ts';
import type { Entry } from '../../entries/entry.ts';
import { rounded } from '../../sheet/box.ts';

/** What makes a paper hard to compare with the one before, in the order in which it is shown. */
export const hindranceKinds = [
  'doubtful',
  'split',
  'gone',
  'renamed',
  'moved',
  'renumbered',
  'unit',
  'column-added',
  'column-removed',
  'restated',
  'scanned',
] as const;
export type HindranceKind = (typeof hindranceKinds)[number];

/** Where it is seen, and what stands there. */
export interface HindrancePlace {
  page: number;
  pageLabel: string | null;
  text: string;
  /** Points from the top left of the upright page; the whole page has none. */
  box: number[] | null;
}

export interface Hindrance {
  /** The same whenever the two papers are compared, so that what was said of it stays with it. */
  key: string;
  kind: HindranceKind;
  /** What it is about, outermost first: a row with its headings, or the headings of a column. */
  path: string[];
  older: HindrancePlace | null;
  newer: HindrancePlace | null;
  /** How many rows it concerns. */
  rows: number;
}

/** Makes findings that say where they are printed. */
export class Places {
  private readonly labels: Comparison['papers'];

  constructor({ papers }: Comparison) {
    this.labels = papers;
  }

  of(side: Side, at: Pick<Entry, 'page' | 'box'>, text: string): HindrancePlace {
    return { ...this.page(side, at.page), text, box: [...rounded(at.box)] };
  }

  page(side: Side, page: number): HindrancePlace {
    return { page, pageLabel: this.labels[side].pageLabels[page - 1] ?? null, text: '', box: null };
  }

  row(side: Side, entry: Entry): HindrancePlace {
    return this.of(side, entry, entry.label.printed);
  }
}

export function hindrance(
  kind: HindranceKind,
  path: readonly string[],
  places: Pick<Hindrance, 'older' | 'newer'>,
  { rows = 1, detail = '' } = {},
): Hindrance {
  const said = path.filter((part) => part !== '');
  return { key: [kind, ...said, detail].join('\n'), kind, path: said, ...places, rows };
}

export const isRow = ({ kind, quantities }: Entry) => kind === 'row' && quantities.length > 0;
