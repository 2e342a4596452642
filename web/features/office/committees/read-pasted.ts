import type { Member, MemberInput } from '../../../../contract/committees.ts';
import { isEmail, isPostalCode, tidyPostalCode } from '../../../../domain/japanese/contact.ts';
import { ERA_LETTERS, ERA_NAMES, westernYear } from '../../../../domain/japanese/era.ts';
import { parseWholeNumber } from '../../../../domain/japanese/numerals.ts';
import { isDate } from '../dates.ts';
import { type MemberField, memberFieldNames } from './member-fields.ts';
import type { Term } from './term.ts';

type Column = MemberField;
type Named = Column | 'place' | null;

const headings: readonly { column: Column | 'place'; pattern: RegExp }[] = [
  { column: 'place', pattern: /^(?:順|順番|並び順|番号|No\.?|№)$/i },
  { column: 'kana', pattern: /ふりがな|フリガナ|かな|カナ/ },
  { column: 'honorific', pattern: /敬称/ },
  { column: 'email', pattern: /メール|e-?mail/i },
  { column: 'name', pattern: /氏名|名前|委員名/ },
  { column: 'position', pattern: /職|役|区分/ },
  { column: 'postalCode', pattern: /郵便|〒/ },
  { column: 'address', pattern: /住所|宛先/ },
  { column: 'termFrom', pattern: /任期.*(?:始|初|自|開)|委嘱日/ },
  { column: 'termTo', pattern: /任期.*(?:終|至|満|末)|満了/ },
];
const usualColumns: readonly Named[] = ['name', 'position', 'postalCode', 'address'];
const longest: Record<Column, number> = {
  name: 60,
  honorific: 20,
  kana: 80,
  position: 60,
  postalCode: 10,
  address: 160,
  email: 254,
  termFrom: 40,
  termTo: 40,
};

export interface PastedMember {
  /** The row's number in what was pasted, from 1, its headings among them. */
  readonly line: number;
  readonly input: Required<MemberInput>;
  /** Where it is to stand in the list, from 1; null where the row does not say. */
  readonly place: number | null;
  /** Whom it changes; null where it is a new member. */
  readonly target: Member | null;
  /** What it changes of the target: 住所; none where all is as it was. */
  readonly changes: readonly string[];
  /** Why it cannot be saved as it stands; '' where it can. */
  readonly problem: string;
}

/**
 * Rows of a spreadsheet, their cells between tabs. A first row that names its columns (順, 氏名, 敬称, ふりがな, 職, 郵便番号, 住所, メールアドレス, 任期…)
 * decides them; without one they are 氏名, 職, 郵便番号, 住所. `term` holds where a row of a new member says none. A row that
 * has the name of one of `present` changes that member: what the row leaves empty stays.
 */
export function readPastedMembers(text: string, term: Term, present: readonly Member[]): PastedMember[] {
  const rows = readCells(text).map((cells, index) => ({ cells, line: index + 1 }));
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const named = columnsOf(filled[0]?.cells ?? []);
  const columns = named ?? usualColumns;
  const seen = new Set<string>();
  return filled.slice(named ? 1 : 0).map(({ cells, line }) => {
    // without the mark before what a spreadsheet would run or take for a date (server/http/downloads)
    const cell = (column: Column) => (cells[columns.indexOf(column)] ?? '').trim().replace(/^'/, '');
    const name = oneLine(cell('name'));
    const same = present.filter((member) => plainName(member.name) === plainName(name));
    const target = same.length === 1 ? same[0]! : null;
    // spaces in a name are no change of it
    const input = inputOf(cell, target?.name ?? name, target ?? { ...unknown, termFrom: term.from, termTo: term.to });
    const problem = same.length > 1 ? `同じ氏名の委員が${same.length}人います` : problemOf(input, seen);
    seen.add(plainName(name));
    const changed = (Object.keys(memberFieldNames) as Column[]).filter(
      (column) => target && target[column] !== input[column],
    );
    const place = parseWholeNumber((cells[columns.indexOf('place')] ?? '').trim());
    return { line, input, place, target, changes: changed.map((column) => memberFieldNames[column]), problem };
  });
}

const unknown = { honorific: '様', kana: '', position: '委員', postalCode: '', address: '', email: '' };

function inputOf(
  cell: (column: Column) => string,
  name: string,
  otherwise: Omit<Required<MemberInput>, 'name'>,
): Required<MemberInput> {
  const date = (column: 'termFrom' | 'termTo') =>
    cell(column) === '' ? otherwise[column] : (readDate(cell(column)) ?? '');
  const postalCode = tidyPostalCode(cell('postalCode'));
  return {
    name,
    honorific: oneLine(cell('honorific')) || otherwise.honorific,
    kana: oneLine(cell('kana')) || otherwise.kana,
    position: oneLine(cell('position')) || otherwise.position,
    postalCode: postalCode || otherwise.postalCode,
    address: cell('address') || otherwise.address,
    email: cell('email').normalize('NFKC') || otherwise.email,
    termFrom: date('termFrom'),
    termTo: date('termTo'),
  };
}

function problemOf(input: Required<MemberInput>, seen: ReadonlySet<string>): string {
  if (input.name === '') return '氏名がありません';
  if (seen.has(plainName(input.name))) return '同じ氏名の行が上にあります';
  if (!isDate(input.termFrom) || !isDate(input.termTo)) return '任期の日付を読み取れません';
  if (input.termTo < input.termFrom) return '任期の終わりが始まりより前です';
  if (input.postalCode !== '' && !isPostalCode(input.postalCode)) return '郵便番号を読み取れません（例：123-4567）';
  if (!isEmail(input.email)) return 'メールアドレスを読み取れません（例：hanako@example.jp）';
  const long = (Object.keys(longest) as Column[]).find((column) => input[column].length > longest[column]);
  return long ? `${memberFieldNames[long]}が長すぎます` : '';
}

export const plainName = (name: string) => name.normalize('NFKC').replace(/\s/g, '');
const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ');

function columnsOf(row: readonly string[]): Named[] | null {
  const found = row.map((cell) => headings.find(({ pattern }) => pattern.test(cell.trim()))?.column ?? null);
  const isHeading = found.includes('name') && row.every((cell) => !/[0-9０-９]{3}/.test(cell));
  return isHeading ? found : null;
}

const tabbed = /("(?:[^"]|"")*"(?=[\t\n]|$)|[^\t\n]*)([\t\n]|$)/g;
const comma = /("(?:[^"]|"")*"(?=[,\n]|$)|[^,\n]*)([,\n]|$)/g;

/** Cells by row, between tabs or, of a CSV, between commas; a cell in quotation marks may hold line breaks. */
export function readCells(text: string, separator: '\t' | ',' = '\t'): string[][] {
  const rows: string[][] = [[]];
  const cells = text.replace(/\r\n?/g, '\n').matchAll(separator === ',' ? comma : tabbed);
  for (const [, raw = '', end] of cells) {
    const quoted = raw.length > 1 && raw.startsWith('"') && raw.endsWith('"');
    rows.at(-1)?.push(quoted ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  return rows;
}

const datePattern = new RegExp(
  `^(${ERA_NAMES}|[${ERA_LETTERS}])?(元|[0-9]{1,4})[年./-]([0-9]{1,2})[月./-]([0-9]{1,2})日?$`,
  'i',
);

/** 2023/4/1, 2023-04-01, R5.4.1, 令和5年4月1日 → 2023-04-01; null where it is none of these. */
export function readDate(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const match = datePattern.exec(plain);
  if (!match) return null;
  const [, era, yearText = '', month = '', day = ''] = match;
  if (!era && yearText.length !== 4) return null;
  const year = era ? westernYear(era, yearText) : Number(yearText);
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}
