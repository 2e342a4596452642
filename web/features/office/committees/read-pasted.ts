import type { MemberInput } from '../../../../contract/committees.ts';
import { ERAS } from '../../../../domain/japanese/era.ts';
import { isDate } from '../dates.ts';
import type { Term } from './term.ts';

type Column = 'name' | 'kana' | 'position' | 'postalCode' | 'address' | 'termFrom' | 'termTo';

const headings: readonly { column: Column; pattern: RegExp }[] = [
  { column: 'kana', pattern: /ふりがな|フリガナ|かな|カナ/ },
  { column: 'name', pattern: /氏名|名前|委員名/ },
  { column: 'position', pattern: /職|役|区分/ },
  { column: 'postalCode', pattern: /郵便|〒/ },
  { column: 'address', pattern: /住所|宛先/ },
  { column: 'termFrom', pattern: /任期.*(?:始|初|自|開)|委嘱日/ },
  { column: 'termTo', pattern: /任期.*(?:終|至|満|末)|満了/ },
];
const usualColumns: readonly (Column | null)[] = ['name', 'position', 'postalCode', 'address'];
const longest: Record<Column, number> = {
  name: 60,
  kana: 80,
  position: 60,
  postalCode: 10,
  address: 160,
  termFrom: 40,
  termTo: 40,
};

export interface PastedMember {
  readonly input: MemberInput;
  /** Why it cannot be saved as it stands; '' where it can. */
  readonly problem: string;
}

/**
 * Rows copied from a spreadsheet. A first row that names its columns (氏名, ふりがな, 職, 郵便番号, 住所, 任期…) decides them;
 * without one they are 氏名, 職, 郵便番号, 住所. `term` holds where a row says none; `present` are names already there.
 */
export function readPastedMembers(text: string, term: Term, present: readonly string[]): PastedMember[] {
  const rows = readCells(text).filter((row) => row.some((cell) => cell.trim() !== ''));
  const named = columnsOf(rows[0] ?? []);
  const columns = named ?? usualColumns;
  const seen = new Set(present.map(plainName));
  return rows.slice(named ? 1 : 0).map((row) => {
    const cell = (column: Column) => (row[columns.indexOf(column)] ?? '').trim();
    const input = {
      name: oneLine(cell('name')),
      kana: oneLine(cell('kana')),
      position: oneLine(cell('position')) || '委員',
      postalCode: cell('postalCode')
        .normalize('NFKC')
        .replace(/[〒\s]/g, ''),
      address: cell('address'),
      termFrom: cell('termFrom') === '' ? term.from : (readDate(cell('termFrom')) ?? ''),
      termTo: cell('termTo') === '' ? term.to : (readDate(cell('termTo')) ?? ''),
    };
    const problem = problemOf(input, seen);
    seen.add(plainName(input.name));
    return { input, problem };
  });
}

function problemOf(input: MemberInput, seen: ReadonlySet<string>): string {
  if (input.name === '') return '氏名がありません';
  if (seen.has(plainName(input.name))) return '同じ氏名の委員がいます';
  if (!isDate(input.termFrom) || !isDate(input.termTo)) return '任期の日付を読み取れません';
  if (input.termTo < input.termFrom) return '任期の終わりが始まりより前です';
  const long = (Object.keys(longest) as Column[]).find((column) => input[column].length > longest[column]);
  return long ? `${long === 'address' ? '住所' : '文字'}が長すぎます` : '';
}

const plainName = (name: string) => name.normalize('NFKC').replace(/\s/g, '');
const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ');

function columnsOf(row: readonly string[]): (Column | null)[] | null {
  const found = row.map((cell) => headings.find(({ pattern }) => pattern.test(cell.trim()))?.column ?? null);
  const isHeading = found.includes('name') && row.every((cell) => !/[0-9０-９]{3}/.test(cell));
  return isHeading ? found : null;
}

/** Cells by row of tab-separated text; a cell in quotation marks may hold line breaks. */
export function readCells(text: string): string[][] {
  const rows: string[][] = [[]];
  const cells = text.replace(/\r\n?/g, '\n').matchAll(/("(?:[^"]|"")*"(?=[\t\n]|$)|[^\t\n]*)([\t\n]|$)/g);
  for (const [, raw = '', end] of cells) {
    const quoted = raw.length > 1 && raw.startsWith('"') && raw.endsWith('"');
    rows.at(-1)?.push(quoted ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  return rows;
}

/** 2023/4/1, 2023-04-01, R5.4.1, 令和5年4月1日 → 2023-04-01; null where it is none of these. */
export function readDate(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const match = /^(令和|平成|昭和|[RHSrhs])?(元|[0-9]{1,4})[年./-]([0-9]{1,2})[月./-]([0-9]{1,2})日?$/.exec(plain);
  if (!match) return null;
  const [, eraName, yearText = '', month = '', day = ''] = match;
  const era = ERAS.find(({ name, letter }) => name === eraName || letter === eraName?.toUpperCase());
  if (eraName ? !era : yearText.length !== 4) return null;
  const number = yearText === '元' ? 1 : Number(yearText);
  const date = `${era ? era.firstYear + number - 1 : number}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}
