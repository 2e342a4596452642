import type { UploadRules } from '../../../../contract/documents.ts';
import { endingOf, officeFormats } from '../../../../domain/meetings/office-format.ts';

const otherNames: readonly [RegExp, string][] = [
  [/\.(?:do[ct]|xl[st]|pp[st]|pot)m$/i, 'マクロの入ったファイルです。マクロのない形式かPDFで保存し直して'],
  [/\.jtdc?$/i, '一太郎の文書です。PDFに保存し直して'],
  [/\.lzh$/i, '圧縮されたファイルです。中のPDFを取り出して'],
  [/\.(?:jpe?g|png|tiff?|heic|bmp)$/i, '画像です。PDFに保存し直して'],
];
const officeNames: readonly [RegExp, string][] = [
  [/\.(?:docx?|odt|rtf)$/i, 'Wordの文書'],
  [/\.(?:xlsx?|ods)$/i, 'Excelの表'],
  [/\.(?:pptx?|odp)$/i, 'PowerPointの資料'],
];
/** ZIP, as Office writes since 2007; a Compound File, as it wrote before; and RTF. */
const officeMagics = ['PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0', '{\\rt'];
// The header may stand a little inside the file (ISO 32000-1, annex H.3.4.1).
const headerRange = 1024;

/** What a picker offers; `rules` null: not known yet. */
export const acceptedNames = (rules: UploadRules | null): string =>
  ['.pdf', 'application/pdf', ...(rules?.convertsOffice ? officeFormats.map((format) => `.${format}`) : [])].join();

/**
 * Why this file cannot become a document, with the next step; null for a PDF, and for what the portal makes one of. Reads its
 * first bytes only: the portal looks at the rest.
 */
export async function refuseFile(file: File, rules: UploadRules | null): Promise<string | null> {
  const head = await file
    .slice(0, headerRange)
    .arrayBuffer()
    .catch(() => null);
  if (head === null) return 'フォルダーか、開けないファイルです。中のPDFを選び直してください。';
  if (file.size === 0) return '中身が空のファイルです。元のファイルを確かめて、選び直してください。';
  if (rules && file.size > rules.maxBytes)
    return `大きすぎるファイルです（${megabytes(rules.maxBytes)}まで）。小さく分けて、もう一度置いてください。`;
  const text = new TextDecoder('latin1').decode(head);
  if (text.includes('%PDF-')) return null;
  const office = officeNames.find(([pattern]) => pattern.test(file.name))?.[1];
  if (office && officeMagics.includes(text.slice(0, 4))) return refuseOffice(office, rules);
  const other = otherNames.find(([pattern]) => pattern.test(file.name))?.[1];
  return `${other ?? notWhatItSays(file.name)}、もう一度置いてください。`;
}

/** Where nobody knows yet whether it can be converted, the portal itself will say. */
function refuseOffice(office: string, rules: UploadRules | null): string | null {
  if (!rules || rules.convertsOffice) return null;
  return `${office}です。このくらべにはLibreOfficeが入っていないため、PDFに直せません。元のソフトで「名前を付けて保存」からPDFにして、もう一度置いてください。`;
}

function notWhatItSays(name: string): string {
  const ending = endingOf(name);
  if (ending && ending.toLowerCase() !== '.pdf') return `名前は「${ending}」ですが、中身が違います。PDFに保存し直して`;
  return 'PDFではないファイルです。PDFに保存し直して';
}

const megabytes = (bytes: number) => `${Math.floor(bytes / 1024 / 1024)}MB`;
