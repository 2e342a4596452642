/** A page number as it is printed in a margin. */
export interface PrintedNumber {
  readonly value: number;
  /** What the number is written in; numbers of one sequence share it. */
  readonly style: string;
  /** The first number of 資料１－９; empty where there is none. */
  readonly prefix: string;
  /** True where something beside the number says that it is a page's: ― 5 ―, p.5, 5/20, 5ページ. */
  readonly isDecorated: boolean;
  /** Writes another number in the same way. */
  readonly format: (value: number) => string;
}

const dash = '[-‐‑‒–—―−ー─━~〜～・]';
const digits = '([0-9]{1,4})';
/** On text folded by NFKC, without spaces. */
const forms = [
  { name: 'bare', pattern: new RegExp(`^${digits}$`), isDecorated: false },
  { name: 'dashes', pattern: new RegExp(`^${dash}+${digits}${dash}+$`), isDecorated: true },
  { name: 'brackets', pattern: new RegExp(`^[(\\[〔【<〈]${digits}[)\\]〕】>〉]$`), isDecorated: false },
  { name: 'page', pattern: new RegExp(`^(?:p|pg|page)\\.?${digits}$`, 'i'), isDecorated: true },
  { name: 'counter', pattern: new RegExp(`^${dash}?${digits}(?:ページ|頁|p)${dash}?$`, 'i'), isDecorated: true },
  { name: 'of', pattern: new RegExp(`^${digits}(?:/|of)[0-9]{1,4}(?:ページ|頁)?$`), isDecorated: true },
] as const;
const compound = new RegExp(`^((?:資料|参考|参考資料|別紙|別添|別冊)?(?:No\\.?)?[0-9]{1,2})${dash}${digits}$`);
const roman = new RegExp(`^${dash}*([ivxl]{1,7}|[IVXL]{1,7})${dash}*$`);

/** Reads a whole line of a margin as a page number; undefined for any other line. */
export function parsePageNumber(text: string): PrintedNumber | undefined {
  if (text.length > 24) return undefined;
  const folded = text.normalize('NFKC').replace(/\s+/gu, '');
  for (const { name, pattern, isDecorated } of forms) {
    const match = pattern.exec(folded);
    if (match) return { value: Number(match[1]), style: name, prefix: '', isDecorated, format: String };
  }
  const inChapter = compound.exec(folded);
  if (inChapter) {
    const prefix = inChapter[1]!.replace(/\D+/gu, '');
    return { value: Number(inChapter[2]), style: 'compound', prefix, isDecorated: false, format: String };
  }
  return parseRoman(roman.exec(folded)?.[1]);
}

function parseRoman(letters: string | undefined): PrintedNumber | undefined {
  if (letters === undefined) return undefined;
  const isLower = letters === letters.toLowerCase();
  const format = (value: number) => (isLower ? toRoman(value).toLowerCase() : toRoman(value));
  const value = Array.from({ length: 89 }, (_, index) => index + 1).find((number) => format(number) === letters);
  if (value === undefined) return undefined;
  return { value, style: isLower ? 'roman' : 'ROMAN', prefix: '', isDecorated: false, format };
}

function toRoman(value: number): string {
  const units = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
  const tens = ['', 'X', 'XX', 'XXX', 'XL', 'L', 'LX', 'LXX', 'LXXX'];
  return `${tens[Math.floor(value / 10)] ?? ''}${units[value % 10] ?? ''}`;
}
