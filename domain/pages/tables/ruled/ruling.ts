import { middleX, middleY } from '../../sheet/box.ts';
import type { Rule } from '../../sheet/page-content.ts';

/** A ruling line with the pieces it was drawn in joined: `at` is its y (horizontal) or x (vertical). */
export interface Ruling {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The rulings that hang together as one frame. */
export interface Frame {
  readonly horizontal: readonly Ruling[];
  readonly vertical: readonly Ruling[];
}

/** Two rulings nearer than this, in points, are one line (a double line, a thick line drawn as two). */
const SAME_LINE = 2.6;
/** Pieces of one line may lie this far apart: dashes, and cells that were ruled one by one. */
const PIECE_GAP = 3.2;

/** With more places where lines could cross, what is drawn is a picture and no table. */
const MOST_CROSSINGS = 1_000_000;

/** Joins the pieces of a page's rules and groups what touches; only frames that can hold cells are given. */
export function findFrames(rules: readonly Rule[]): Frame[] {
  const horizontal = horizontalRulings(rules);
  const vertical = verticalRulings(rules);
  if (horizontal.length * vertical.length > MOST_CROSSINGS) return [];
  const parent = [...horizontal, ...vertical].map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  horizontal.forEach((across, i) => {
    vertical.forEach((down, j) => {
      if (touches(across, down)) parent[root(horizontal.length + j)] = root(i);
    });
  });
  const frames = new Map<number, { horizontal: Ruling[]; vertical: Ruling[] }>();
  const frameAt = (index: number) => {
    const key = root(index);
    const frame = frames.get(key) ?? { horizontal: [], vertical: [] };
    frames.set(key, frame);
    return frame;
  };
  horizontal.forEach((ruling, i) => {
    frameAt(i).horizontal.push(ruling);
  });
  vertical.forEach((ruling, j) => {
    frameAt(horizontal.length + j).vertical.push(ruling);
  });
  return [...frames.values()].filter((frame) => frame.horizontal.length >= 2 && frame.vertical.length >= 1);
}

/** Those that go across, with their pieces joined. */
export const horizontalRulings = (rules: readonly Rule[]): Ruling[] =>
  joinRulings(rules.filter(isHorizontal).map((rule) => ({ at: middleY(rule), from: rule[0], to: rule[2] })));

/** Those that go down, with their pieces joined. */
export const verticalRulings = (rules: readonly Rule[]): Ruling[] =>
  joinRulings(
    rules.filter((rule) => !isHorizontal(rule)).map((rule) => ({ at: middleX(rule), from: rule[1], to: rule[3] })),
  );

const isHorizontal = ([x0, y0, x1, y1]: Rule) => x1 - x0 >= y1 - y0;

const touches = (across: Ruling, down: Ruling) =>
  down.at >= across.from - PIECE_GAP &&
  down.at <= across.to + PIECE_GAP &&
  across.at >= down.from - PIECE_GAP &&
  across.at <= down.to + PIECE_GAP;

function joinRulings(pieces: Ruling[]): Ruling[] {
  const joined: { at: number; from: number; to: number }[] = [];
  for (const group of groupByPlace(pieces)) {
    const at = group.reduce((sum, piece) => sum + piece.at, 0) / group.length;
    let current: { at: number; from: number; to: number } | undefined;
    for (const piece of group.sort((a, b) => a.from - b.from)) {
      if (current && piece.from <= current.to + PIECE_GAP) current.to = Math.max(current.to, piece.to);
      else {
        current = { at, from: piece.from, to: piece.to };
        joined.push(current);
      }
    }
  }
  return joined.filter((ruling) => ruling.to - ruling.from > 4);
}

/** Pieces at the same place, by single linkage along `at`. */
function groupByPlace(pieces: readonly Ruling[]): Ruling[][] {
  const groups: Ruling[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const piece of [...pieces].sort((a, b) => a.at - b.at)) {
    if (piece.at - last <= SAME_LINE / 2) groups.at(-1)!.push(piece);
    else groups.push([piece]);
    last = piece.at;
  }
  return groups;
}

/** The distinct places of rulings, in order. */
export function placesOf(values: readonly number[]): number[] {
  const places: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const value of [...values].sort((a, b) => a - b)) {
    if (value - last > SAME_LINE) places.push(value);
    last = value;
  }
  return places;
}

/** How much of [from, to] the rulings at `place` cover, from 0 to 1. */
export function coverage(rulings: readonly Ruling[], place: number, from: number, to: number): number {
  let covered = 0;
  for (const ruling of rulings) {
    if (Math.abs(ruling.at - place) > SAME_LINE) continue;
    covered += Math.max(0, Math.min(to, ruling.to) - Math.max(from, ruling.from));
  }
  return to > from ? covered / (to - from) : 0;
}
