import type { Unit } from '../../quantities/unit.ts';
import { layOutPaper } from '../layout/lay-out-paper.ts';
import type { Block } from '../layout/text-columns.ts';
import { isNumbersOnly } from '../lines/amounts.ts';
import type { Baseline, Item, Run } from '../lines/line.ts';
import { headingParts, looseItem, withoutUnitCaption } from '../lines/loose-line.ts';
import {
  areStackedTitles,
  endsInAmount,
  endsParagraph,
  isAside,
  isHeading,
  isLeftOpen,
  isNote,
  type Margins,
  makesRoom,
  startsParagraph,
} from '../lines/paragraph.ts';
import { unionOf } from '../sheet/box.ts';
import type { Box, PageContent } from '../sheet/page-content.ts';
import { partsOfForm } from '../tables/form-parts.ts';
import { type Grid, haveSameColumns } from '../tables/grid.ts';
import { NO_HEADER } from '../tables/meaning/column-header.ts';
import type { RowLayout } from '../tables/meaning/row-layout.ts';
import { withWholeYear } from '../tables/year-rows.ts';
import { type Label, labelOf, NO_LABEL } from '../words/label.ts';
import { readNumbering, UNNUMBERED_RANK } from '../words/numbering.ts';
import { withoutUnit } from '../words/unit-caption.ts';
import { CONTENTS_HEADINGS } from '../words/vocabulary.ts';
import { placeNumbers } from './cell-items.ts';
import { withEndedApart } from './ended-rows.ts';
import type { Entry } from './entry.ts';
import { withFacingNames } from './facing-rows.ts';
import { HeadingStack } from './heading-stack.ts';
import { readProse } from './prose.ts';
import { entriesOfTable, type TableState } from './table-entries.ts';
import { turnEntryBack } from './turned-entry.ts';

/** Reads a document into entries, in reading order. */
export function readEntries(printed: Iterable<PageContent>): Entry[] {
  const { pages, back } = layOutPaper(printed);
  const reader = new EntryReader();
  for (const { index, blocks } of pages) reader.readPage(blocks, index);
  reader.endParagraph();
  return reader.entries.map((entry) => turnEntryBack(entry, back));
}

/** Carries over lines and pages what holds until something else is said: headings, units, an open paragraph, a table. */
class EntryReader {
  readonly entries: Entry[] = [];
  private headings = new HeadingStack();
  private paragraph: Baseline[] = [];
  /** Whether its last line stops before the right margin: it goes on only where that makes room for a number. */
  private isShort = false;
  /** How far the column of its last line stands right of the first one, in points. */
  private offset = 0;
  private table: TableState | null = null;
  private tables = 0;
  /** The left one of the last two tables on facing pages. */
  private facing: TableState | null = null;
  /** The unit of the last caption, and whether it stood on this page. */
  private caption: Unit | null = null;
  private captionHere = false;
  private inContents = false;
  /** The words of the line above, where that was a row. */
  private rowAbove: { text: string; run: Run } | null = null;
  readPage(blocks: readonly Block[], page: number): void {
    this.captionHere = false;
    this.inContents = false;
    this.readBlocks(blocks);
    if (this.isShort && !isLeftOpen(this.paragraph.at(-1)!)) this.endParagraph();
    if (this.paragraph.length > 0) this.headings.use();
    this.headings.endPage(page);
  }

  private readBlocks(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if ('grid' in block) for (const part of partsOfForm(block.grid)) this.readTable(part);
      else if ('aside' in block) this.readAside(block.aside);
      else this.readLine(block.line, block.margins);
    }
  }

  /** A box of text: the sentence beside it goes on behind it, under its own headings. */
  private readAside(blocks: readonly Block[]): void {
    const { paragraph, isShort, offset, rowAbove, headings } = this;
    this.paragraph = [];
    this.rowAbove = null;
    this.headings = headings.branch();
    this.readBlocks(blocks);
    this.endParagraph();
    Object.assign(this, { paragraph, isShort, offset, rowAbove, headings });
  }

  private readTable(table: RowLayout): void {
    this.endParagraph();
    const { grid } = table;
    const { labels: parents, outsideForm } = this.headings;
    const number = this.tables++;
    const place = { parents, outsideForm, number, unit: this.captionHere ? this.caption : null };
    const { entries, state, formName } = entriesOfTable(table, place, this.tableBefore(grid));
    const named = withFacingNames(entries, state, this.table);
    this.entries.push(...withEndedApart(named));
    if (named !== entries) this.facing = this.table;
    this.table = state;
    if (formName) this.headings.pushForm(formName.text, { ...grid, size: formName.lines[0]!.size });
    this.headings.use();
  }

  /** The table that this one may go on: the one before, or the one on the page that faces that. */
  private tableBefore(grid: Grid): TableState | null {
    const { table, facing } = this;
    const isOfFacing = table && facing && !haveSameColumns(table.grid, grid) && haveSameColumns(facing.grid, grid);
    return isOfFacing ? facing : table;
  }

  private readLine(printed: Baseline, margins: Margins): void {
    const { line, unit } = withoutUnitCaption(withWholeYear(printed, this.rowAbove));
    if (unit) {
      this.endParagraph();
      this.caption = unit;
      this.captionHere = true;
    }
    if (!line) return;
    const above = this.paragraph.at(-1);
    if (above && this.isShort && !makesRoom(above, line, margins)) this.endParagraph();
    if (this.rowAbove && isAside(line.text)) {
      this.endParagraph();
      this.entries.push(...readProse([line], [...this.headings.labels, labelOf(this.rowAbove.text)]));
      return;
    }
    const item = looseItem(line);
    this.rowAbove = item && { text: item.words.map((run) => run.text).join(''), run: item.words[0]! };
    if (item && !this.inContents) {
      this.endParagraph();
      this.readRow(line, item);
      return;
    }
    if (startsParagraph(line, this.paragraph.at(-1), margins)) this.endParagraph();
    this.paragraph.push(line);
    this.offset = margins.offset;
    this.isShort = endsParagraph(line, margins);
  }

  private readRow(line: Baseline, item: Item): void {
    const text = item.words.map((run) => run.text).join('');
    const numbered = readNumbering(text).rank !== UNNUMBERED_RANK;
    const label = labelOf(text);
    const parents: Label[] = numbered ? this.headings.pushRow(text, line) : this.headings.parentsOf(label, line.box);
    const rowUnit = withoutUnit(text).unit ?? this.caption;
    const quantities = placeNumbers(item.numbers, { page: line.page, header: NO_HEADER, caption: rowUnit });
    const { page, box } = line;
    this.entries.push({ kind: 'row', page, box, parents, label, remark: NO_LABEL, quantities });
    this.headings.use();
  }

  endParagraph(): void {
    const lines = this.paragraph;
    this.paragraph = [];
    this.isShort = false;
    if (lines.length === 0) return;
    const text = lines.map((line) => line.text).join('');
    if (areStackedTitles(lines)) {
      this.readHeading(
        lines,
        lines.map((line) => line.text),
      );
      return;
    }
    if (!isHeading(lines)) {
      this.entries.push(...readProse(lines, this.headings.labels));
      this.headings.use();
      return;
    }
    if (lines.some(isNumbersOnly) || isNote(text)) return;
    if (CONTENTS_HEADINGS.some((heading) => text === heading)) this.inContents = true;
    if (endsInAmount(text)) this.readNamedAmount(lines);
    else this.readHeading(lines, [text]);
  }

  private readHeading(lines: readonly Baseline[], titles: readonly string[]): void {
    const { parts, isCaption } = lines.length === 1 ? headingParts(lines[0]!) : { parts: titles, isCaption: false };
    const { page, box } = this.pushHeading(lines, parts.length > 0 ? parts : titles, isCaption);
    const labels = this.headings.labels;
    this.entries.push({
      kind: 'text',
      page,
      box,
      parents: labels.slice(0, -1),
      label: labels.at(-1) ?? labelOf(titles.join('')),
      remark: NO_LABEL,
      quantities: [],
    });
  }

  /** 保育所整備事業 1,200千円（前年度 956千円） says amounts, and its name heads what more is said of it. */
  private readNamedAmount(lines: readonly Baseline[]): void {
    const { parents, label, isUnnamed } = readProse(lines, [])[0]!;
    if (isUnnamed) this.entries.push(...readProse(lines, this.headings.labels));
    else {
      this.pushHeading(lines, [(parents[0] ?? label).printed], false);
      this.entries.push(...readProse(lines, this.headings.labels.slice(0, -1)));
    }
    this.headings.use();
  }

  private pushHeading(
    lines: readonly Baseline[],
    parts: readonly string[],
    isCaption: boolean,
  ): Pick<Entry, 'page' | 'box'> {
    const { page, size } = lines[0]!;
    const box = unionOf(lines.filter((line) => line.page === page).map((line) => line.box));
    this.headings.push(parts, { page, size, box: moved(box, -this.offset) }, isCaption);
    return { page, box };
  }
}

const moved = ([x0, y0, x1, y1]: Box, by: number): Box => [x0 + by, y0, x1 + by, y1];
