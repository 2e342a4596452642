import { parseFiscalYear } from '../japanese/fiscal-year.ts';
import { type LaidPage, type LaidPaper, layOutPaper } from '../pages/layout/lay-out-paper.ts';
import { tablesAndLines } from '../pages/layout/text-columns.ts';
import type { Baseline } from '../pages/lines/line.ts';
import { withoutUnitCaption } from '../pages/lines/loose-line.ts';
import type { PageContent } from '../pages/sheet/page-content.ts';
import type { Grid } from '../pages/tables/grid.ts';
import { labelOf } from '../pages/words/label.ts';
import { labelSimilarity } from '../pages/words/label-similarity.ts';
import { counterUnit, type Unit } from '../quantities/unit.ts';
import type { TableContext } from './candidate.ts';
import { decide, resultYearOf } from './decide.ts';
import type { Found } from './found.ts';
import type { Initiative } from './initiative.ts';
import { nameIn, pairsIn } from './labelled-line.ts';
import { numberKey, readNumberedHeading } from './number.ts';
import { isName, readForm } from './read-form.ts';
import { type ReadList, readList } from './read-list.ts';
import { type Legend, readLegend } from './state.ts';
import { EFFECT_WORDS, SECTION_WORDS } from './words.ts';

/** Raise it with every change that reads another register from the same papers: stored ones are read again then. */
export const registerVersion = 6;

/** The initiatives of one paper. */
export interface PaperInitiatives {
  /** The fiscal year that their results are of. */
  readonly fiscalYear: number;
  readonly initiatives: readonly Initiative[];
}

/** Reads the numbered initiatives of a paper of `fiscalYear`, in their order; none where it has none. */
export function readInitiatives(printed: readonly PageContent[], fiscalYear: number): PaperInitiatives {
  const { pages, back } = layOutPaper(printed);
  const laid = [...pages];
  const marked = tellingOf(new PaperReader(false).read(laid));
  const found = marked.length > 0 ? marked : tellingOf(new PaperReader(true).read(laid));
  const paperYear = resultYearOf(found, fiscalYear) ?? titleYear(laid, fiscalYear) ?? fiscalYear;
  const legend = legendOf(laid);
  const places = placesOf(found.map((one) => turnFoundBack(one, back)));
  return { fiscalYear: paperYear, initiatives: places.map((of) => decide(of, paperYear, legend)) };
}

/** With its boxes where the pages show them. */
function turnFoundBack(found: Found, back: LaidPaper['back']): Found {
  const candidates = found.candidates.map((one) => ({ ...one, box: back(one.page, one.box) }));
  return { ...found, box: back(found.page, found.box), candidates };
}

/** A sheet ends here after its first page at the latest. */
const PAGES_OF_SHEET = 3;
const LONGEST_HEADING = 40;
const NO_CONTEXT: TableContext = { effect: false, unit: null };

/** Goes through a paper and gathers what is printed of each initiative; headings without a mark count only where `unmarked`. */
class PaperReader {
  private readonly found: Found[] = [];
  private readonly unmarked: boolean;
  private sheet: Found | null = null;
  private list: ReadList | null = null;
  /** A number that stood alone on its line: the name is still to come. */
  private number: string | null = null;
  private context: TableContext = NO_CONTEXT;

  constructor(unmarked: boolean) {
    this.unmarked = unmarked;
  }

  read(pages: readonly LaidPage[]): Found[] {
    for (const { index, blocks } of pages) {
      if (this.sheet && index - this.sheet.page >= PAGES_OF_SHEET) this.sheet = null;
      for (const block of tablesAndLines(blocks)) {
        if ('grid' in block) this.readGrid(block.grid);
        else this.readLine(block.line);
      }
    }
    return this.found;
  }

  private readLine(printed: Baseline): void {
    const { line, unit: known } = withoutUnitCaption(printed);
    const unit = known ?? captionUnit(printed.text);
    if (!line) {
      this.context = { ...this.context, unit };
      return;
    }
    this.context = { effect: isCaptionOfEffect(line.text), unit };
    const heading = readNumberedHeading(line.text);
    const isStart =
      heading && isName(heading.rest) && (heading.marked || (this.unmarked && isPlainHeading(heading.rest)));
    const named = nameIn(line);
    if (heading && isStart) this.open(heading.number, heading.rest, line, heading.marked);
    else if (heading?.marked && heading.rest === '') this.number = heading.number;
    else if (named && this.number !== null) this.open(this.number, named, line, true);
    else this.sheet?.candidates.push(...pairsIn(line));
  }

  private readGrid(grid: Grid): void {
    const list = readList(grid, this.context, this.list);
    if (list && (list.rows.length > 1 || !this.sheet)) {
      this.list = list;
      this.found.push(...list.rows);
      this.sheet = list.rows.length > 1 ? null : list.rows[0]!;
    } else {
      const { start, candidates } = readForm(grid, this.context);
      const number = start.number ?? this.number;
      if (number && start.name && !this.isOpen(number, start.name)) this.open(number, start.name, start, true);
      if (this.sheet) {
        this.sheet.candidates.push(...candidates);
        this.sheet.lastPage = grid.page;
      }
    }
    this.context = NO_CONTEXT;
  }

  private isOpen(number: string, name: string): boolean {
    return (
      this.sheet !== null && numberKey(this.sheet.number) === numberKey(number) && isSameName(this.sheet.name, name)
    );
  }

  private open(number: string, name: string, { page, box }: Pick<Found, 'page' | 'box'>, marked: boolean): void {
    this.number = null;
    if (this.isOpen(number, name)) return;
    this.sheet = { number, name, page, box, lastPage: page, source: 'sheet', marked, candidates: [] };
    this.found.push(this.sheet);
  }
}

/** （単位：枠）: a unit that no list knows. */
function captionUnit(text: string): Unit | null {
  const word = /[（(]?単位[:：]([^（()）、・]{1,6})[)）]?$/u.exec(text)?.[1];
  return word === undefined ? null : counterUnit(word);
}

const isCaptionOfEffect = (text: string) =>
  text.length <= LONGEST_HEADING && !/[。、]/u.test(text) && EFFECT_WORDS.some((word) => text.includes(word));

const isPlainHeading = (rest: string) =>
  rest.length <= LONGEST_HEADING && !SECTION_WORDS.some((word) => rest.includes(word));

/** Only what tells more than a number and a name is in the register: what is aimed at or reached, how far, or what it brought. */
function tellingOf(found: readonly Found[]): Found[] {
  return found.filter(({ marked, candidates }) => {
    const has = (...slots: string[]) => candidates.some(({ slot }) => slots.includes(slot));
    const measured = [has('target'), has('result'), has('state', 'rating'), has('effect', 'planned-effect')];
    return measured.filter(Boolean).length >= (marked ? 1 : 2);
  });
}

const ALIKE = 0.75;
const isSameName = (a: string, b: string) => labelSimilarity(labelOf(a), labelOf(b)) >= ALIKE;

/** Brings together a paper's list and sheets, and a sheet's pages: the same number and name; sheets before lists. */
function placesOf(found: readonly Found[]): Found[][] {
  const groups: Found[][] = [];
  for (const one of found) {
    const group = groups.find(
      ([first]) => numberKey(first!.number) === numberKey(one.number) && isSameName(first!.name, one.name),
    );
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups.map((group) => group.toSorted((a, b) => Number(a.source === 'list') - Number(b.source === 'list')));
}

/** 令和５年度実績 on the first pages. */
function titleYear(pages: readonly LaidPage[], fiscalYear: number): number | null {
  const lines = pages
    .slice(0, 2)
    .flatMap(({ blocks }) => tablesAndLines(blocks).flatMap((block) => ('line' in block ? [block.line.text] : [])));
  for (const text of lines) {
    if (!/年度(?:の|末|分)?[^。]{0,8}(?:実績|進捗|進ちょく|結果|評価)/u.test(text)) continue;
    const year = parseFiscalYear(text);
    if (year !== null && year <= fiscalYear && year >= fiscalYear - 2) return year;
  }
  return null;
}

function legendOf(pages: readonly LaidPage[]): Legend {
  const texts = pages.flatMap(({ blocks }) =>
    tablesAndLines(blocks).flatMap((block) => {
      if ('line' in block) return [block.line.text];
      const cells = block.grid.cells.filter(({ text }) => text !== '');
      return cells.flatMap((cell, i) => {
        const beside = cells[i + 1];
        return beside?.top === cell.top ? [cell.text, `${cell.text}：${beside.text}`] : [cell.text];
      });
    }),
  );
  return readLegend(texts);
}
