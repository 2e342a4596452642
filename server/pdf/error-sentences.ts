import type { PdfErrorCode } from './pdf-error.ts';

/** What the uploader, an official on a Windows PC, reads: what is wrong with the file, and the next step. */
export const pdfErrorSentences: Record<PdfErrorCode, string> = {
  empty: 'ファイルの中身が空です。元のファイルを開いて、PDFで保存し直してからアップロードしてください。',
  not_pdf:
    'PDFファイルではありません。WordやExcelで「名前を付けて保存」からPDFを選んで保存し、そのファイルをアップロードしてください。',
  no_pages: 'ページが1枚もないPDFです。元のファイルの中身を確かめて、PDFで保存し直してからアップロードしてください。',
  damaged: 'ファイルが壊れていて読めません。元の文書から、PDFで保存し直してからアップロードしてください。',
  password_needed: '開くのにパスワードが必要なPDFです。パスワードを外して保存し直してからアップロードしてください。',
  protection_unknown:
    '読み取れない方式で保護されたPDFです。元の文書から、保護を付けずにPDFで保存し直してからアップロードしてください。',
  too_complex:
    '内容が複雑すぎて処理できません。元の文書からPDFで保存し直すか、「印刷」で「Microsoft Print to PDF」を選んで作り直してからアップロードしてください。',
  interrupted:
    '処理が途中で止まりました。もう一度お試しください。続けて起きるときは、システムの担当者にお知らせください。',
};
