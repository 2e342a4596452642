import type { Kysely } from 'kysely';
import type { ConversionErrorCode } from '../../conversion/conversion-error.ts';
import { ConversionError } from '../../conversion/conversion-error.ts';
import { convertToPdf } from '../../conversion/convert-to-pdf.ts';
import type { Converter } from '../../conversion/find-converter.ts';
import type { Tables } from '../../database/tables.ts';
import type { Files } from '../../files/files.ts';
import type { Enqueue } from '../../jobs/jobs.ts';
import { checkPdf } from '../../pdf/check-pdf.ts';
import { type DocumentJobs, enqueueProcessing, findUnconverted } from './jobs.ts';
import { failRevision } from './process-revision.ts';

interface Needs {
  db: Kysely<Tables>;
  files: Files;
  converter: Promise<Converter | null>;
  /** Where papers lie while they are converted. */
  conversionFolder: string;
}

/**
 * Has a PDF made of a file of Word, Excel or PowerPoint, which is then read like any other; the file itself stays. Done twice it
 * is made once. What cannot be made one becomes `failed` with a sentence for the uploader.
 */
export async function convertRevision(
  { db, files, converter: found, conversionFolder }: Needs,
  enqueue: Enqueue<DocumentJobs>,
  { revisionId }: { revisionId: number },
  signal: AbortSignal,
): Promise<void> {
  const revision = await findUnconverted(db, revisionId);
  if (!revision) return;
  const converter = await found;
  if (!converter) return failRevision(db, revisionId, conversionSentences.no_converter);
  const { original, format } = revision;
  const conversion = { path: await files.path(original), format, folder: conversionFolder, signal };
  try {
    const pdf = await convertToPdf(converter, conversion, (content) => files.put(content, { inspect: requirePdf }));
    await db.transaction().execute(async (transaction) => {
      const changed = await transaction
        .updateTable('revision')
        .set({ sha256: pdf.sha256, byte_size: pdf.size })
        .where('id', '=', revisionId)
        .whereRef('sha256', '=', 'original_sha256')
        .executeTakeFirst();
      if (changed.numUpdatedRows) await enqueueProcessing(enqueue, transaction, revisionId);
    });
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    await failRevision(db, revisionId, conversionSentences[error.code]);
  }
}

async function requirePdf(path: string): Promise<void> {
  const code = await checkPdf(path);
  if (code) throw new ConversionError('failed', `what was made is ${code}`);
}

/** What the uploader reads on the file's card. */
const conversionSentences: Record<ConversionErrorCode | 'no_converter', string> = {
  failed:
    'LibreOfficeでPDFに直せませんでした。パスワードが付いているか、壊れているおそれがあります。元のソフトで開き、「名前を付けて保存」からPDFを選んで保存し、そのPDFで差し替えてください。',
  too_slow:
    '大きいか複雑なため、LibreOfficeで時間内にPDFに直せませんでした。元のソフトで開き、「名前を付けて保存」からPDFを選んで保存し、そのPDFで差し替えてください。',
  no_converter:
    'LibreOfficeが入っていないため、PDFに直せませんでした。元のソフトで開き、「名前を付けて保存」からPDFを選んで保存し、そのPDFで差し替えてください。',
};
