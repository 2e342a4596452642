import type { Rule } from '../../domain/pages/sheet/page-content.ts';

/** Points: pieces of one ruling line are drawn cell by cell, dash by dash, and up to a line's width beside one another. */
const beside = 0.8;
const gap = 2;
const shortest = 5;

/** Joins the pieces of ruling lines to whole ones and drops what is too short to divide anything. */
export function joinRules(pieces: readonly Rule[], width: number, height: number): Rule[] {
  const clipped = pieces.flatMap(([x0, y0, x1, y1]): Rule[] => {
    if (x1 < 0 || y1 < 0 || x0 > width || y0 > height) return [];
    return [[Math.max(x0, 0), Math.max(y0, 0), Math.min(x1, width), Math.min(y1, height)]];
  });
  const horizontal = clipped.filter(([x0, y0, x1, y1]) => x1 - x0 >= y1 - y0);
  const vertical = clipped.filter(([x0, y0, x1, y1]) => x1 - x0 < y1 - y0);
  return [
    ...joinSpans(horizontal.map(([x0, y0, x1]) => ({ at: y0, from: x0, to: x1 }))).map(
      ({ at, from, to }): Rule => [from, at, to, at],
    ),
    ...joinSpans(vertical.map(([x0, y0, , y1]) => ({ at: x0, from: y0, to: y1 }))).map(
      ({ at, from, to }): Rule => [at, from, at, to],
    ),
  ];
}

interface Span {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const level of groupByLevel(spans)) {
    let open: Span | undefined;
    for (const span of level.sort((one, other) => one.from - other.from)) {
      if (open && span.from <= open.to + gap) open = { ...open, to: Math.max(open.to, span.to) };
      else {
        if (open) joined.push(open);
        open = span;
      }
    }
    if (open) joined.push(open);
  }
  return joined.filter(({ from, to }) => to - from >= shortest);
}

function groupByLevel(spans: readonly Span[]): Span[][] {
  const levels: Span[][] = [];
  for (const span of spans.toSorted((one, other) => one.at - other.at)) {
    const level = levels.at(-1);
    if (level && span.at - level[0]!.at <= beside) level.push(span);
    else levels.push([span]);
  }
  return levels;
}
