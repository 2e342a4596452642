/** What LibreOffice makes a PDF of, by the ending of a file's name. */
export const officeFormats = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'odt', 'ods', 'odp', 'rtf'] as const;
export type OfficeFormat = (typeof officeFormats)[number];

const ending = new RegExp(String.raw`\.(?:pdf|${officeFormats.join('|')})$`, 'iu');

/** A paper's file name without the ending that says what kind of file it is. */
export const stemOf = (fileName: string): string => fileName.replace(ending, '');

/** '.pdf', '.docx' … as written; '' where it is none of them. */
export const endingOf = (fileName: string): string => ending.exec(fileName)?.[0] ?? '';

/** What the PDF is called that was made of a file: 進行管理.xlsx → 進行管理.pdf. */
export const pdfNameOf = (fileName: string): string => `${stemOf(fileName)}.pdf`;
