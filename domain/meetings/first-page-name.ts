import { type DocumentKind, documentMark } from './document.ts';
import { type ProposedDocument, proposeDocument, readMark } from './document-name.ts';
import { isMinutes } from './minutes.ts';
import { coverCharacters, heightOf, larger, type PrintedLine, usualHeight } from './paper-year.ts';
import { essence } from './series.ts';

/** What a first page prints of its paper's name; null where it prints nothing that is sure. */
export interface PrintedName {
  readonly mark: { readonly kind: DocumentKind; readonly number: string } | null;
  /** The mark stands by itself, in a corner, and not before a heading, whose it might be. */
  readonly isMarkAlone: boolean;
  readonly title: string | null;
}

/** Who said what a paper is called; an official has the last word. */
export const nameSources = ['file_name', 'first_page', 'official'] as const;
export type NameSource = (typeof nameSources)[number];

/** Parts of the page's height: a mark stands in its head, a title not at its foot. */
const head = 0.2;
const titlesUntil = 0.6;
const longestTitle = 60;
/** Type of one size is this much alike, and lines of one title stand no further apart than so many heights. */
const sameSize = 1.1;
const lineGap = 1.3;

/** Points from the top left of the upright page. */
export function nameOnFirstPage(lines: readonly PrintedLine[], page: { height: number }): PrintedName {
  const upright = lines.filter(({ text }) => text.trim() !== '').sort((one, other) => one.box[1]! - other.box[1]!);
  if (upright.some((line) => isAgendaHeading(line, page.height)))
    return { mark: { kind: 'agenda', number: '' }, isMarkAlone: true, title: '次第' };
  const minutes = upright.find((line) => isMinutesHeading(line, page.height));
  if (minutes) return { mark: { kind: 'minutes', number: '' }, isMarkAlone: true, title: tidied(minutes.text) };
  const marked = upright.flatMap((line) => markedLine(line, upright));
  const alone = marked.filter(({ rest, line }) => rest === '' && line.box[1]! < page.height * head);
  const listed = alone.length > 0 ? alone : marked;
  const [first] = listed.filter(({ line }) => line.box[1]! < page.height * head);
  // several are a list of papers, and what is named beside them is not this one's title
  const isList = listed.some((other) => markOf(other) !== markOf(listed[0]!));
  const mark = isList ? null : (first ?? null);
  const able = isList ? upright.filter((line) => !listed.some((one) => isSameRow(one.line, line))) : upright;
  return {
    mark: mark && { kind: mark.kind, number: mark.number },
    isMarkAlone: mark?.rest === '',
    title: titleOf(able, page.height) ?? (mark && isTitle(mark.rest) ? mark.rest : null),
  };
}

export interface SettledName {
  readonly name: ProposedDocument;
  readonly source: 'file_name' | 'first_page';
  /** What the other of the two says, where that is something else. */
  readonly other: ProposedDocument | null;
}

/** A file's name says more of what its secretariat calls a paper than its page; the page fills what the name leaves open. */
export function settleName(fileName: string, printed: PrintedName): SettledName {
  const byFile = proposeDocument(fileName);
  const title = printed.title ?? byFile.title;
  const isOfPaper = printed.isMarkAlone || tellsNothing(byFile) || isTitleAlike(title, byFile.title);
  const byPage = { ...byFile, ...(isOfPaper && printed.mark), title };
  const marked = markOf(byFile) === '' ? { kind: byPage.kind, number: byPage.number } : byFile;
  const name = {
    ...{ kind: marked.kind, number: marked.number },
    title: tellsNothing(byFile) ? byPage.title : byFile.title,
  };
  if (!isAlike(name, byFile)) return { name, source: 'first_page', other: byFile };
  return { name: byFile, source: 'file_name', other: isAlike(byPage, byFile) ? null : byPage };
}

const markOf = ({ kind, number }: { kind: DocumentKind; number: string }) => documentMark(kind, number);

/** Two names for one thing: the same mark, and titles of which one says the other. */
function isAlike(one: ProposedDocument, other: ProposedDocument): boolean {
  const isTold = tellsNothing(one) === tellsNothing(other);
  return markOf(one) === markOf(other) && isTold && isTitleAlike(one.title, other.title);
}

function isTitleAlike(one: string, other: string): boolean {
  const [a, b] = [essence(one), essence(other)];
  return one === other || (a !== '' && b !== '' && (a.includes(b) || b.includes(a)));
}

/** What machines and programs call a file by themselves, a mark alone, or no word of Japanese at all. */
function tellsNothing({ title }: ProposedDocument): boolean {
  const words = title.normalize('NFKC').trim();
  return (
    /^(?:スキャン|名称未設定|無題|新規|文書|ドキュメント|印刷|コピー)[\s\S]{0,12}$/u.test(words) ||
    readMark(`${words} `)?.rest.trim() === '' ||
    !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{2}/u.test(words)
  );
}

function isAgendaHeading({ text, box }: PrintedLine, height: number): boolean {
  const words = close(text);
  return box[1]! < height * 0.3 && words.length <= 40 && /(?:^|会議?|懇談会|審議会|委員会|協議会)次第$/u.test(words);
}

function isMinutesHeading({ text, box }: PrintedLine, height: number): boolean {
  const words = close(text);
  return box[1]! < height * head && words.length <= longestTitle && isMinutes(words);
}

/** A heading whose letters are spread over its line is one word: 会　議　録. */
const tidied = (text: string) => (/^(?:\S\s+)+\S$/u.test(text.trim()) ? text.replace(/\s+/gu, '') : text.trim());

/** Without the spaces that spread a word over its line: 資　料　１. */
const close = (text: string) => text.normalize('NFKC').replace(/\s+/gu, '');

interface MarkedLine {
  readonly kind: DocumentKind;
  readonly number: string;
  /** What the mark's row names after it; '' where it stands alone. */
  readonly rest: string;
  readonly line: PrintedLine;
}

function markedLine(line: PrintedLine, lines: readonly PrintedLine[]): MarkedLine[] {
  const { text } = line;
  const words = text.length <= 16 ? close(text) : text.trim();
  const mark = readMark(words);
  if (!mark || mark.kind === 'agenda' || mark.number === '' || words.length > longestTitle) return [];
  if (/[。、]|参照|のとおり|ページ/u.test(mark.rest)) return [];
  const beside = lines.find((other) => isSameRow(line, other) && other.box[0]! > line.box[0]!);
  return [{ kind: mark.kind, number: mark.number, rest: mark.rest.trim() || (beside?.text.trim() ?? ''), line }];
}

const isSameRow = (one: PrintedLine, other: PrintedLine) =>
  one !== other && Math.abs(one.box[1]! + one.box[3]! - other.box[1]! - other.box[3]!) < heightOf(one);

/** The largest type of the page that can be a title, over as many lines as it is set on. */
function titleOf(lines: readonly PrintedLine[], height: number): string | null {
  const isCover = lines.reduce((sum, { text }) => sum + close(text).length, 0) <= coverCharacters;
  const least = isCover ? 0 : usualHeight(lines) * larger;
  const able = lines.filter(
    (line) => line.box[1]! < height * titlesUntil && heightOf(line) >= least && isTitle(line.text),
  );
  const named = able.some(({ text }) => !isOfMeeting(text)) ? able.filter(({ text }) => !isOfMeeting(text)) : able;
  const largest = Math.max(...named.map(heightOf));
  const start = named.findIndex((line) => heightOf(line) * sameSize >= largest);
  if (start < 0) return null;
  // a cover all in one size says nothing of which of its lines is the title
  if (isCover && named.length > 2 && named.every((line) => heightOf(line) * sameSize >= largest)) return null;
  let [title, last] = [named[start]!.text.trim(), named[start]!];
  for (const line of named.slice(start + 1)) {
    const isNext = heightOf(line) * sameSize >= largest && line.box[1]! - last.box[3]! <= largest * lineGap;
    if (!isNext || title.length + line.text.length > longestTitle) break;
    title += line.text.trim();
    last = line;
  }
  return title.replace(/(?<=[^!-~])\s+(?=[^!-~]\s|[^!-~]$)/gu, '').trim();
}

function isTitle(text: string): boolean {
  const words = close(text);
  if (words.length < 3 || words.length > longestTitle || /[。※]|[様殿]$|各位$/u.test(words)) return false;
  if (!/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{2}/u.test(words)) return false;
  // a heading of one part, a mark alone, a date, a number that an office keeps
  if (/^(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}|[ⅠⅡⅢⅣⅤIV]{1,3})[\s.．、)）]/u.test(text.normalize('NFKC').trim()))
    return false;
  if (readMark(`${words} `)?.rest.trim() === '') return false;
  return !/^(?:(?:令和|平成)?[0-9元]+年[0-9]+月(?:[0-9]+日)?.{0,4}|第[0-9]+号|[0-9.,]+円?)$/u.test(words);
}

/** 令和８年度第１回行財政改革懇談会: what the paper was laid before, not what it is. */
const isOfMeeting = (text: string) =>
  /第[0-9一二三四五六七八九十]+回.*(?:会|会議|定例会|臨時会)$|^.{2,20}(?:懇談会|審議会|委員会|協議会)$/u.test(
    close(text),
  );
