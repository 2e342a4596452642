import { errorSentences } from '../../../contract/errors.ts';
import type { PdfErrorCode } from '../../pdf/pdf-error.ts';

/** What the uploader, an official on a Windows PC, reads: what is wrong with the file, and the next step. */
export const pdfErrorSentences: Record<PdfErrorCode, string> = {
  empty: errorSentences.empty_file,
  not_pdf: errorSentences.not_pdf,
  no_pages: 'ページが1枚もないPDFです。元のファイルの中身を確かめて、PDFで保存し直してからアップロードしてください。',
  damaged: 'ファイルが壊れていて読めません。元の文書から、PDFで保存し直してからアップロードしてください。',
  password_needed: errorSentences.password_needed,
  protection_unknown: errorSentences.protection_unknown,
  dynamic_form:
    'Adobe Readerでしか開けない入力フォーム（XFA）です。Adobe Readerで開き、「印刷」で「Microsoft Print to PDF」を選んで、ふつうのPDFに作り直してからアップロードしてください。',
  too_complex:
    '内容が複雑すぎて処理できません。元の文書からPDFで保存し直すか、「印刷」で「Microsoft Print to PDF」を選んで作り直してからアップロードしてください。',
  interrupted:
    '処理が途中で止まりました。もう一度お試しください。続けて起きるときは、システムの担当者にお知らせください。',
};
