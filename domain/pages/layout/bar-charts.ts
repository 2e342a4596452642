import type { Baseline, Run } from '../lines/line.ts';
import { middleX, middleY, unionOf } from '../sheet/box.ts';
import type { Box } from '../sheet/page-content.ts';
import { axesAmong } from './chart-axes.ts';

/** What is told of one bar, or of the bars that stand beside one another over one name. */
export interface Bars {
  readonly name: Run;
  readonly amounts: readonly Run[];
  readonly line: Baseline;
}

export interface BarCharts {
  readonly bars: readonly Bars[];
  /** The numbers of the axes, and words that say nothing without the picture: they head nothing. */
  readonly aside: ReadonlySet<Run>;
}

/** A chart has so many bars. */
const FEWEST = 3;
/** In parts of the size of the type: the names stand so near below the axis, the legend below these. */
const NEAR = 3;
/** What shows in a legend how its bars are drawn. */
const LEGEND = /^[■□●○▲△◆◇▼▽▨▧▩―━]/u;

interface Placed {
  readonly run: Run;
  readonly line: Baseline;
  readonly value: number;
  readonly box: Box;
}

/** The charts on a page that have an axis beside their bars or points: names below these, and amounts over each name. */
export function barChartsIn(lines: readonly Baseline[]): BarCharts {
  const axes = axesAmong(lines.flatMap(loneNumbers)).filter(standsApart);
  const aside = new Set(axes.flat().map(({ run }) => run));
  const bars = axes.flatMap((axis) => {
    const below = namesBelow(axis, lines);
    if (!below) return [];
    const own = barsOver(below, axis, lines, aside);
    const legend = lines.filter((line) => isLegend(line, below));
    for (const run of [...(own.length > 0 ? [] : below.runs), ...legend.flatMap(({ runs }) => runs)]) aside.add(run);
    return own;
  });
  return { bars, aside };
}

const loneNumbers = (line: Baseline): Placed[] =>
  line.runs.flatMap((run) => {
    const [quantity, another] = run.reading.quantities;
    return quantity && !another && !quantity.inner ? [{ run, line, value: quantity.value, box: run.box }] : [];
  });

/** Its numbers stand beside one another, on one line. */
const isLevel = (axis: readonly Placed[]) => axis.every(({ line }) => line === axis[0]!.line);

/** Rows of a table have words or amounts beside each number; beside an axis stand few. */
const standsApart = (axis: readonly Placed[]) =>
  isLevel(axis)
    ? axis[0]!.line.runs.length === axis.length
    : axis.filter(({ line }) => line.runs.length === 1).length * 2 >= axis.length;

/** The line of names right below an axis at the side of its chart. */
function namesBelow(axis: readonly Placed[], lines: readonly Baseline[]): Baseline | null {
  const bottom = Math.max(...axis.map(({ box }) => box[3]));
  const right = Math.max(...axis.map(({ box }) => box[2]));
  const next = lines.find((line) => !axis.some((number) => number.line === line) && middleY(line.box) > bottom);
  if (isLevel(axis) || !next || next.runs.length < FEWEST || next.box[1] - bottom > NEAR * next.size) return null;
  return next.box[0] > right - next.size && next.runs.every(({ reading }) => reading.kind === 'words') ? next : null;
}

const isLegend = ({ runs, box, size }: Baseline, names: Baseline) =>
  box[1] > names.box[3] - 1 && box[1] - names.box[3] < NEAR * size && runs.every(({ text }) => LEGEND.test(text));

/** The amounts over each name, where each has as many; none where it cannot be told whose they are. */
function barsOver(
  names: Baseline,
  axis: readonly Placed[],
  lines: readonly Baseline[],
  aside: ReadonlySet<Run>,
): Bars[] {
  const area = unionOf(axis.map(({ box }) => box));
  const inside = lines.flatMap((line) =>
    loneNumbers(line).filter(
      ({ run, box }) =>
        !aside.has(run) && box[1] > area[1] - 2 * line.size && box[3] < names.box[1] + 1 && middleX(box) > area[2],
    ),
  );
  const nearest = (x: number) =>
    names.runs.reduce((best, run) => (Math.abs(middleX(run.box) - x) < Math.abs(middleX(best.box) - x) ? run : best));
  const own = names.runs.map((name) => inside.filter(({ box }) => nearest(middleX(box)) === name));
  const isEven = own[0]!.length > 0 && own.every(({ length }) => length === own[0]!.length);
  if (!isEven) return [];
  return names.runs.map((name, index) => ({
    name,
    amounts: own[index]!.toSorted((a, b) => a.box[0] - b.box[0] || a.box[1] - b.box[1]).map(({ run }) => run),
    line: names,
  }));
}
