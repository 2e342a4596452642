import type { OpenedDocument, PrintedDocument } from '../../domain/pages/entries/read-document.ts';
import type { Box, Character, PageContent, Rule } from '../../domain/pages/sheet/page-content.ts';

const NAMES = [
  '総務',
  '民生',
  '衛生',
  '労働',
  '農林',
  '商工',
  '土木',
  '消防',
  '教育',
  '公債',
  '議会',
  '災害',
  '環境',
  '福祉',
  '都市',
  '交通',
];
const THINGS = [
  '施設',
  '道路',
  '水路',
  '公園',
  '学校',
  '住宅',
  '港湾',
  '河川',
  '図書',
  '児童',
  '高齢',
  '情報',
  '文化',
  '防災',
  '観光',
  '資源',
];
const KINDS = ['管理費', '事業費', '補助金', '委託料', '負担金', '整備費', '運営費', '対策費'];
const ROWS_A_PAGE = 22;
const SIZE = 10;
const COLUMNS = [60, 320, 450, 580, 710] as const;

/** A paper of `pages` pages, each one table of a 項 with its 目; `year` changes the amounts, drops, adds and renumbers rows. */
export function makePaper(pages: number, year: number): PrintedDocument {
  const { pages: made, pageLabels } = openPaper(pages, year);
  return { pages: [...made], pageLabels };
}

/** The same, each page made when it is asked for. */
export function openPaper(pages: number, year: number): OpenedDocument {
  const indexes = Array.from({ length: pages }, (_, index) => index + 1);
  return {
    pages: {
      *[Symbol.iterator]() {
        for (const index of indexes) yield makePage(index, year);
      },
    },
    pageLabels: indexes.map(String),
  };
}

function makePage(index: number, year: number): PageContent {
  const characters: Character[] = [];
  const rules: Rule[] = [];
  write(`${sectionOf(index)}　　　　　　　　　　（単位：千円）`, COLUMNS[0], 50, characters);
  const rows = [['目', '本年度', '前年度', '比較'], ...rowsOf(index, year)];
  rows.forEach((cells, r) => {
    const top = 70 + r * 18;
    rules.push([COLUMNS[0], top, COLUMNS[4], top + 0.5]);
    cells.forEach((cell, c) => {
      rules.push([COLUMNS[c]!, top, COLUMNS[c]! + 0.5, top + 18]);
      write(cell, c === 0 || r === 0 ? COLUMNS[c]! + 4 : COLUMNS[c + 1]! - 4 - cell.length * 5, top + 4, characters);
    });
    rules.push([COLUMNS[4], top, COLUMNS[4] + 0.5, top + 18]);
  });
  rules.push([COLUMNS[0], 70 + rows.length * 18, COLUMNS[4], 70.5 + rows.length * 18]);
  return { index, width: 842, height: 595, characters, rules, scanned: false };
}

/** The heading of a page's table: 款 3. 労働施設1号関係費. */
export function sectionOf(page: number): string {
  const name = `${NAMES[page % 16]}${THINGS[Math.floor(page / 16) % 16]}${Math.floor(page / 256) + 1}号関係費`;
  return `款 ${(page % 9) + 1}. ${name}`;
}

/** A page's rows as printed: name, this year's amount, last year's, the difference. */
export function rowsOf(page: number, year: number): string[][] {
  const rows: string[][] = [];
  for (let row = 0; row < ROWS_A_PAGE; row += 1) {
    const place = page * ROWS_A_PAGE + row;
    // Every 17th row stands in one paper only.
    if ((place + (year % 2) * 8) % 17 === 0) continue;
    const name = `${NAMES[(place * 7) % 16]}${THINGS[(place * 5 + page) % 16]}${KINDS[(row * 3) % 8]}`;
    const [now, before] = [amountOf(place, year), amountOf(place, year - 1)];
    rows.push([`${rows.length + 1}.${name}`, now, before, difference(now, before)].map(String));
  }
  return rows.map(([name, now, before, changed]) => [name!, comma(now!), comma(before!), changed!]);
}

const amountOf = (place: number, year: number) => String(((place * 7919 + year * 104_729) % 900_000) + 10);
const comma = (digits: string) => Number(digits).toLocaleString('en-US');
const difference = (now: string, before: string) => {
  const value = Number(now) - Number(before);
  return `${value < 0 ? '△' : ''}${Math.abs(value).toLocaleString('en-US')}`;
};

function write(text: string, left: number, top: number, characters: Character[]): void {
  let x = left;
  for (const character of text) {
    const width = character.codePointAt(0)! > 0xff ? SIZE : SIZE / 2;
    const box: Box = [x, top, x + width, top + SIZE];
    if (character.trim() !== '') characters.push({ text: character, box, vertical: false });
    x += width;
  }
}
