import type { DocumentKind } from './document.ts';
import { isMinutes } from './minutes.ts';
import { stemOf } from './office-format.ts';

export interface ProposedDocument {
  readonly kind: DocumentKind;
  /** Half-width, '' where the name has none: 1, 2-1; for other kinds the whole mark: 議案第12号. */
  readonly number: string;
  readonly title: string;
}

const number = String.raw`(?:第|no\.?|№)?\s*([0-9]+(?:[-‐–―−ーの.][0-9]+)*)\s*号?`;
const opening = String.raw`[\s_【\[（(〈<]*`;
const closing = String.raw`[\s_】\]）)〉>：:．.、,‐–―−-]*`;

/** Patterns of the mark at the start of a name, tried in order; the first group is the number. */
const marks: readonly { kind: DocumentKind; pattern: RegExp }[] = [
  { kind: 'agenda', pattern: new RegExp(`^${opening}(?:会議)?次第()(?:書)?${closing}`, 'iu') },
  { kind: 'reference', pattern: new RegExp(`^${opening}参考(?:資料|書類)?${number}${closing}`, 'iu') },
  { kind: 'reference', pattern: new RegExp(`^${opening}参考(?:資料|書類)()(?=[\\s_：:（(】])${closing}`, 'iu') },
  { kind: 'material', pattern: new RegExp(`^${opening}(?:会議|配布|配付)?資料${number}${closing}`, 'iu') },
  { kind: 'material', pattern: new RegExp(`^${opening}(?:会議|配布|配付)?資料()(?=[\\s_：:（(】])${closing}`, 'iu') },
  {
    kind: 'other',
    pattern: new RegExp(
      `^${opening}((?:議案|報告|承認|認定|諮問|別紙|別添|様式)(?:第)?[0-9]+(?:-[0-9]+)*号?)${closing}`,
      'iu',
    ),
  },
];

/** What a secretariat's file name says of its document; the title is never empty. */
export function proposeDocument(fileName: string): ProposedDocument {
  const stem = stemOf(fileName.normalize('NFC')).trim();
  // 01_, 2. and the like only keep a folder in order
  const order = /^[0-9]{1,3}\s*[_.\s]\s*(?=\D)/u.exec(halfWidth(stem));
  const name = stem.slice(order?.[0].length ?? 0).trim() || stem;
  const marked = readMark(name);
  if (!marked) {
    const title = cleanTitle(name) || stem || '無題の資料';
    return { kind: isMinutes(name) ? 'minutes' : 'other', number: '', title };
  }
  const { kind, number, rest } = marked;
  return { kind, number, title: cleanTitle(rest) || (kind === 'agenda' ? '次第' : cleanTitle(name)) };
}

/** The mark that a text begins with, and what stands after it; null where it begins with none. */
export function readMark(text: string): { kind: DocumentKind; number: string; rest: string } | null {
  for (const { kind, pattern } of marks) {
    const match = pattern.exec(halfWidth(text));
    if (match)
      return { kind, number: (match[1] ?? '').replace(/[‐–―−ーの.]/g, '-'), rest: text.slice(match[0].length) };
  }
  return null;
}

/** Where a document stands among the others when nobody has ordered them: 次第, 資料１ …, the rest, 参考１ …, 議事録. */
export function documentRank(kind: DocumentKind, documentNumber: string): number {
  const kinds: Record<DocumentKind, number> = { agenda: 1, material: 2, other: 3, reference: 4, minutes: 5 };
  const [major = 0, minor = 0] = (documentNumber.match(/[0-9]+/g) ?? []).map(Number);
  return kinds[kind] * 10_000_000 + Math.min(major, 9999) * 1000 + Math.min(minor, 999);
}

/** Full-width letters, digits and spaces narrowed one for one, so that places in the text stay the same. */
function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
}

/** Drops what says only which version of the file it is; keeps the rest as written. */
function cleanTitle(text: string): string {
  return text
    .replace(/[（(【[]?(?:差替え?|差し替え|修正|訂正|最終|確定|改訂)版?[）)】\]]?\s*[0-9０-９]*$/u, '')
    .replace(/[_\s]+/gu, ' ')
    .replace(/^[\s_：:・.．、,-]+|[\s_：:・.．、,-]+$/gu, '');
}
