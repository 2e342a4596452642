import { layBaselines, layDownward } from '../lines/baselines.ts';
import type { PlacedCharacter } from '../lines/line.ts';
import { rowTypeOf } from '../lines/row-type.ts';
import { middleX, middleY } from '../sheet/box.ts';
import type { PageContent } from '../sheet/page-content.ts';
import { type Grid, readGrid } from '../tables/grid.ts';
import { withCellsBesideRows } from '../tables/ruled/cells-beside-rows.ts';
import { continuedFrame } from '../tables/ruled/continued-frame.ts';
import { withWholeAmounts } from '../tables/ruled/digit-boxes.ts';
import { withoutFramedCaption } from '../tables/ruled/framed-caption.ts';
import { frameThroughRows, isBoxAroundRows } from '../tables/ruled/headed-rows.ts';
import { withHeadersApart } from '../tables/ruled/headers-apart.ts';
import { withImpliedRows } from '../tables/ruled/implied-rows.ts';
import { withNamesApart } from '../tables/ruled/names-apart.ts';
import { withOuterRows } from '../tables/ruled/outer-rows.ts';
import { framesAcross } from '../tables/ruled/rules-across.ts';
import { type Frame, findFrames } from '../tables/ruled/ruling.ts';
import { withUnitsApart } from '../tables/unit-lines.ts';
import { withWholeYears } from '../tables/year-rows.ts';
import { joinHalves, type PagePieces } from './facing-tables.ts';
import { textBoxesIn } from './text-boxes.ts';

/** The ruled tables of a page, and its lines outside them from the top; `earlier` is the last table of the page before. */
export function piecesOf(page: PageContent, earlier: Grid | null = null): PagePieces {
  const characters = rowTypeOf(page.characters)
    .filter(
      ({ text, box }) => text.trim() !== '' && box[0] < page.width && box[1] < page.height && box[2] > 0 && box[3] > 0,
    )
    .map((character) => ({ ...character, page: page.index }));
  const read = (frame: Frame) => {
    const grid = readGrid(frame, characters, page.index);
    return grid?.cells.some((cell) => cell.text !== '') && !isBoxAroundRows(grid) ? [{ frame, grid }] : [];
  };
  const frames = findFrames(page.rules);
  const framed = frames.flatMap(read);
  const taken = framed.map(({ frame }) => frame);
  const laid = () => layBaselines(characters, page.index);
  const across = framesAcross(page.rules, laid, taken);
  const goesOn = continuedFrame({ rules: page.rules, lines: laid, taken: [...taken, ...across] }, earlier);
  const further = (goesOn ? [goesOn] : [])
    .flatMap(read)
    .map(({ frame, grid }) => ({ frame, grid: { ...grid, goesOn: true as const } }));
  const ruled = [...framed, ...across.flatMap(read), ...further];
  const grids = ruled.map(({ grid }) => grid);
  const { boxes, rest } = textBoxesIn(frames, outsideOf(grids, characters), page.index);
  const lines = layDownward(rest, page.index);
  const whole = ruled.map(({ frame, grid }) => {
    const through = frameThroughRows(grid, frame, lines, page.rules);
    return (through && readGrid(through, characters, page.index)) ?? grid;
  });
  const isWhole = whole.every((grid, index) => grid === ruled[index]!.grid);
  const outside = isWhole ? lines : layDownward(outsideOf(whole, rest), page.index);
  const uncaptioned = whole.map(withoutFramedCaption);
  const captions = uncaptioned.flatMap((table) => table.lines);
  return {
    grids: joinHalves(uncaptioned.map(({ grid }) => grid)),
    lines: [...outside, ...captions].sort((a, b) => middleY(a.box) - middleY(b.box)),
    boxes,
  };
}

/**
 * The table with the rows parted that stand in it below one another without a ruling line between, and with its names
 * apart and whole years before them.
 */
export const withAllRows = (grid: Grid): Grid =>
  withWholeYears(
    withNamesApart(
      withImpliedRows(withOuterRows(withCellsBesideRows(withHeadersApart(withUnitsApart(withWholeAmounts(grid)))))),
    ),
  );

function outsideOf(grids: readonly Grid[], characters: readonly PlacedCharacter[]): PlacedCharacter[] {
  const inside = ({ box: [x0, y0, x1, y1] }: Grid, x: number, y: number) =>
    x >= x0 - 1 && x <= x1 + 1 && y >= y0 - 1 && y <= y1 + 1;
  return characters.filter(({ box }) => !grids.some((grid) => inside(grid, middleX(box), middleY(box))));
}
