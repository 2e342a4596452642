const officeNames: readonly [RegExp, string][] = [
  [/\.docx?$/i, 'Wordの文書です。Wordで「名前を付けて保存」からPDFにして'],
  [/\.xls[xm]?$/i, 'Excelの表です。Excelで「名前を付けて保存」からPDFにして'],
  [/\.pptx?$/i, 'PowerPointの資料です。「名前を付けて保存」からPDFにして'],
  [/\.jtdc?$/i, '一太郎の文書です。PDFに保存し直して'],
  [/\.lzh$/i, '圧縮されたファイルです。中のPDFを取り出して'],
  [/\.(?:jpe?g|png|tiff?|heic|bmp)$/i, '画像です。PDFに保存し直して'],
];
// The header may stand a little inside the file (ISO 32000-1, annex H.3.4.1).
const headerRange = 1024;

/** Why this file cannot become a document, with the next step; null for a PDF. Reads its first bytes only. */
export async function refusePdf(file: File): Promise<string | null> {
  const head = await file
    .slice(0, headerRange)
    .text()
    .catch(() => null);
  if (head === null) return 'フォルダーか、開けないファイルです。中のPDFを選び直してください。';
  if (head.includes('%PDF-')) return null;
  if (file.size === 0) return '中身が空のファイルです。元のファイルを確かめて、選び直してください。';
  const known = officeNames.find(([pattern]) => pattern.test(file.name));
  return `${known?.[1] ?? 'PDFではないファイルです。PDFに保存し直して'}、もう一度置いてください。`;
}
