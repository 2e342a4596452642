import { buffer } from 'node:stream/consumers';
import type { Kysely } from 'kysely';
import type { TextLine } from '../../../domain/pages/lines/text-line.ts';
import { boxOf } from '../../../domain/pages/sheet/box.ts';
import type { Tables } from '../../database/tables.ts';
import type { Files } from '../../files/files.ts';
import type { Enqueue } from '../../jobs/jobs.ts';
import { findRecognition, type RecognisedLine, Recogniser } from '../../ocr/recognise.ts';
import type { RecognitionJobs } from './jobs.ts';

interface Needs {
  readonly db: Kysely<Tables>;
  readonly files: Files;
}

/** Raised when pages are to be recognised anew. */
const recognitionVersion = 1;

/**
 * Reads print from the pages of a revision that are pictures, page by page: an interruption costs one page. Gives true where
 * there is something new to be searched. What is read so is for searching and reading aloud alone; no comparison sees it.
 */
export async function recogniseRevision(
  { db, files }: Needs,
  { revisionId }: { revisionId: number },
  signal: AbortSignal,
): Promise<boolean> {
  const data = findRecognition();
  const pages = data ? await unrecognised(db).where('page.revision_id', '=', revisionId).execute() : [];
  if (!data || pages.length === 0) return false;
  const recogniser = new Recogniser(data);
  try {
    for (const { number, width, sha256 } of pages) {
      const picture = await buffer(files.open(sha256));
      const recognised = await recogniser.recognise(picture, signal);
      const lines = recognised.lines.map(inPoints(width / recognised.width));
      await store(db, revisionId, number, lines);
    }
  } finally {
    recogniser.close();
  }
  await db.updateTable('revision').set({ search_version: null }).where('id', '=', revisionId).execute();
  return true;
}

/** What is still to be recognised, newest first; nothing where no recognition is installed. */
export async function planRecognition(db: Kysely<Tables>, enqueue: Enqueue<RecognitionJobs>): Promise<void> {
  if (!findRecognition()) return;
  const rows = await unrecognised(db)
    .clearSelect()
    .clearOrderBy()
    .select('page.revision_id as id')
    .distinct()
    .execute();
  for (const { id } of rows.toSorted((one, other) => other.id - one.id))
    await enqueue('recognise-revision', { revisionId: id }, { singletonKey: String(id) });
}

function unrecognised(db: Kysely<Tables>) {
  return db
    .selectFrom('page')
    .innerJoin('revision', 'revision.id', 'page.revision_id')
    .select(['page.number', 'page.width', 'page.large_sha256 as sha256'])
    .where('revision.state', '=', 'ready')
    .where('page.scanned', '=', true)
    .where((eb) =>
      eb.or([eb('page.recognition_version', 'is', null), eb('page.recognition_version', '<>', recognitionVersion)]),
    )
    .orderBy('page.number');
}

const inPoints =
  (scale: number) =>
  ({ text, box, vertical }: RecognisedLine): TextLine => ({
    text,
    box: boxOf(box.map((edge) => Math.round(edge * scale * 10) / 10)),
    vertical,
  });

async function store(db: Kysely<Tables>, revisionId: number, page: number, lines: readonly TextLine[]): Promise<void> {
  const json = JSON.stringify(lines).replaceAll('\\u0000', '');
  await db
    .updateTable('page')
    .set({ recognised_lines: json, recognition_version: recognitionVersion })
    .where('revision_id', '=', revisionId)
    .where('number', '=', page)
    .execute();
}
