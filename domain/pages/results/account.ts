import { COMMON_ERA_LETTERS, ERA_NAMES } from '../../japanese/era.ts';
import { foldText } from '../../quantities/folded-text.ts';
import { UNIT_PATTERN } from '../../quantities/unit.ts';
import type { Entry } from '../entries/entry.ts';
import { axesAmong } from '../layout/chart-axes.ts';
import { parsePageNumber } from '../page-labels/printed-number.ts';
import { middleX, middleY, rounded } from '../sheet/box.ts';
import { groupBy } from '../sheet/group-by.ts';
import type { Box, PageContent } from '../sheet/page-content.ts';
import { numbersOn, type PrintedNumber, type PrintedPlace } from './printed-numbers.ts';
import { runningNumbers } from './running-numbers.ts';

/** Why a printed number is no quantity. */
export type IgnoredReason = 'name' | 'date' | 'page number' | 'formula' | 'axis';

/** What became of the numbers that are printed on a page: `printed` is the sum of the others. */
export interface PageAccount {
  readonly page: number;
  readonly printed: number;
  readonly quantities: number;
  readonly ignored: readonly (PrintedPlace & { readonly reason: IgnoredReason })[];
  /** In no list: what a reader has to look up on the page. */
  readonly unread: readonly PrintedPlace[];
}

/** A page with numbers that could not be read: a reader has to look there. */
export interface UnreadPage {
  page: number;
  pageLabel: string | null;
  /** How many numbers are printed on it. */
  printed: number;
  numbers: { text: string; box: number[] }[];
}

/** The pages of a paper that have numbers in no list. */
export function unreadPages(
  pages: Iterable<PageContent>,
  pageLabels: readonly (string | null)[],
  entries: readonly Entry[],
): UnreadPage[] {
  return accountOf(pages, entries).flatMap(({ page, printed, unread }, index) => {
    const numbers = unread.map(({ text, box }) => ({ text, box: [...rounded(box)] }));
    return numbers.length > 0 ? [{ page, pageLabel: pageLabels[index] ?? null, printed, numbers }] : [];
  });
}

/** Accounts for every printed number of a paper, page by page; pictures print none that could be read. */
export function accountOf(pages: Iterable<PageContent>, entries: readonly Entry[]): PageAccount[] {
  const placed = groupBy(
    entries.flatMap(({ quantities }) => quantities),
    ({ page }) => page,
  );
  const own = groupBy(entries, ({ page }) => page);
  return Array.from(pages, (page) => {
    const boxes = (placed.get(page.index) ?? []).map(({ box }) => box);
    const names = namesOf(own.get(page.index) ?? []);
    const account = { quantities: 0, ignored: [] as PageAccount['ignored'][number][], unread: [] as PrintedPlace[] };
    const numbers = numbersOn(page);
    const alone = numbers.filter(({ text, line }) => text === line);
    const running = runningNumbers(alone);
    const axes = numbersOfAxes(alone);
    for (const number of numbers) {
      const { text, box } = number;
      const reason = axes.has(box) ? 'axis' : (reasonFor(number, names) ?? (running.has(number) ? 'name' : null));
      if (boxes.some((other) => isIn(box, other))) account.quantities += 1;
      else if (reason) account.ignored.push({ text, box, reason });
      else account.unread.push({ text, box });
    }
    return { page: page.index, printed: numbers.length, ...account };
  });
}

/** The boxes of the numbers beside the bars of charts. */
function numbersOfAxes(alone: readonly PrintedPlace[]): ReadonlySet<Box> {
  const numbers = alone.map(({ text, box }) => ({ value: Number(text.replaceAll(',', '')), box }));
  return new Set(axesAmong(numbers).flatMap((axis) => axis.map(({ box }) => box)));
}

interface Names {
  readonly rows: readonly { readonly text: string; readonly box: Box; readonly isBare: boolean }[];
  /** What stands over columns and above rows, wherever that is. */
  readonly headers: ReadonlySet<string>;
}

function namesOf(entries: readonly Entry[]): Names {
  const headers = entries.flatMap(({ parents, quantities }) => [
    ...parents.map(({ printed }) => printed),
    ...quantities.flatMap(({ column }) => column.map(({ printed }) => printed)),
  ]);
  const rows = entries.map(({ kind, label, remark, quantities, box }) => ({
    text: folded(label.printed + remark.printed),
    box,
    isBare: kind !== 'phrase' && quantities.length === 0,
  }));
  return { rows, headers: new Set(headers.map(folded)) };
}

const DATE_BEHIND = /^(?:年度?|月(?!分)|日(?!間)|時(?!間)|分(?!の)|か年|[./][0-9])/u;
const DATE_BEFORE = new RegExp(`(?:${ERA_NAMES}|[${COMMON_ERA_LETTERS}]\\.?|年|月)$`, 'u');
/** The number of a measure or a table by itself: 3-1. */
const NUMBERING = /^(?:No\.?)?[0-9]{1,3}(?:-[0-9]{1,3})+$/u;
/** Its sign of reckoning stands beside it, or beside its unit or bracket. */
const FORMULA = /[×÷＝=*]|[0-9]人?[x✕][0-9]/u;
const RECKONED_BEHIND = /^\D{0,4}[×÷＝=*x✕]/u;
const RECKONED_BEFORE = /[×÷＝=*x✕]\D{0,2}$/u;

function reasonFor(number: PrintedNumber, { rows, headers }: Names): IgnoredReason | null {
  const { line, from, to, text, box, isOuter, isAmount } = number;
  const [before, behind] = [line.slice(0, from), line.slice(to)];
  if (isAmount) {
    // A name that took an amount in has lost it; rows and columns may be named by nothing but one.
    const isNamed = rows.some((row) => !row.isBare && isIn(box, row.box) && isOnly(row.text, text));
    if (isNamed || [...headers].some((header) => isOnly(header, text))) return 'name';
    return RECKONED_BEHIND.test(behind) || RECKONED_BEFORE.test(before) ? 'formula' : null;
  }
  if (DATE_BEHIND.test(behind) || DATE_BEFORE.test(before)) return 'date';
  if (isOuter && parsePageNumber(line)) return 'page number';
  if (NUMBERING.test(line)) return 'name';
  if (rows.some((row) => row.text.includes(text) && isIn(box, row.box))) return 'name';
  const says = (header: string) => line.includes(header) || header.includes(line);
  if ([...headers].some((header) => header.includes(text) && says(header))) return 'name';
  return FORMULA.test(line) ? 'formula' : null;
}

/** Nothing but the number, with its unit or signs. */
const isOnly = (name: string, number: string) => name.includes(number) && UNIT_OR_SIGNS.test(name.replace(number, ''));
const UNIT_OR_SIGNS = new RegExp(`^[^\\p{L}\\p{N}]*(?:${UNIT_PATTERN})?[^\\p{L}\\p{N}]*$`, 'u');

const folded = (text: string) => foldText(text).text;

const isIn = (box: Box, [x0, y0, x1, y1]: Box) =>
  middleX(box) >= x0 - 1 && middleX(box) <= x1 + 1 && middleY(box) >= y0 - 1 && middleY(box) <= y1 + 1;
