import { withDigits } from '../japanese/numerals.ts';

/** An agenda item with the numbering that its order of the day gives it: (1); '' where it has none. */
export interface AgendaLine {
  readonly mark: string;
  /** 0 to 3: how far below the items of the first kind of numbering. */
  readonly level: number;
  readonly title: string;
}

/** The kinds of numbering, each at the start of a line; a number or a letter by itself needs something after it. */
const kinds: readonly RegExp[] = [
  /^(?:議案|報告|諮問|承認|認定)?第\s*[0-9０-９一二三四五六七八九十]+\s*号?(?=[\s：:]|$)/u,
  /^[(（]\s*[0-9０-９]{1,2}\s*[)）]/u,
  /^[①-⑳]/u,
  /^[(（][ァ-ン]+[)）]/u,
  /^[ァ-ン](?=[\s.．、])[.．、]?/u,
  /^[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+[.．、]?(?=\s|$|[^\s])/u,
  /^[一二三四五六七八九十]{1,3}(?=[\s、.．])[、.．]?/u,
  /^[0-9０-９]{1,2}(?=[\s.．、])[.．、]?/u,
];
const deepest = 3;

/** Reads the lines of an order of the day: numbering, level and what is left. A line without numbering stays on the level before it. */
export function readAgenda(lines: readonly string[]): AgendaLine[] {
  const open: number[] = [];
  return lines.map((line) => {
    const text = line.trim();
    const kind = kinds.findIndex((pattern) => pattern.test(text));
    const mark = kind < 0 ? '' : kinds[kind]!.exec(text)![0];
    const title = text.slice(mark.length).trim();
    if (mark === '' || title === '') return { mark: '', level: levelOf(open), title: text };
    if (open.includes(kind)) open.splice(open.indexOf(kind) + 1);
    else open.push(kind);
    return { mark, level: levelOf(open), title };
  });
}

const levelOf = (open: readonly number[]) => Math.min(Math.max(open.length - 1, 0), deepest);

/** What stands before each item: its own numbering where any of them has one, else １, ２, ３. */
export function agendaNumbers(items: readonly { readonly mark: string }[]): string[] {
  const ownNumbering = items.some(({ mark }) => mark !== '');
  return items.map(({ mark }, index) => (ownNumbering ? mark : withDigits(String(index + 1), 'full')));
}
