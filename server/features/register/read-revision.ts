import { buffer } from 'node:stream/consumers';
import type { Kysely } from 'kysely';
import { registerVersion } from '../../../domain/initiatives/read-initiatives.ts';
import { paperYear } from '../../access/paper-year.ts';
import type { Tables } from '../../database/tables.ts';
import type { Files } from '../../files/files.ts';
import { runInThread } from '../../jobs/run-in-thread.ts';

export interface ReadQuestion {
  /** A page each: PageContent as gzip JSON. */
  readonly contents: readonly Uint8Array[];
  /** Of the paper; its results may be of an earlier one. */
  readonly fiscalYear: number;
}

export interface ReadAnswer {
  readonly fiscalYear: number;
  /** Initiative[] as JSON. */
  readonly initiatives: string;
}

interface Needs {
  db: Kysely<Tables>;
  files: Files;
}

interface Work {
  revisionId: number;
}

/** MiB. */
const memory = 512;

/** Reads the initiatives of a revision and stores them in place of those read before. Done twice, it shows once. */
export async function readRevision({ db, files }: Needs, { revisionId }: Work, signal: AbortSignal): Promise<void> {
  const wanted = await db
    .selectFrom('initiative_reading')
    .innerJoin('revision', 'revision.id', 'initiative_reading.revision_id')
    .innerJoin('document', 'document.id', 'revision.document_id')
    .innerJoin('meeting', 'meeting.id', 'document.meeting_id')
    .select(paperYear.as('fiscalYear'))
    .where('initiative_reading.revision_id', '=', revisionId)
    .where('initiative_reading.state', 'in', ['waiting', 'processing'])
    .executeTakeFirst();
  if (!wanted) return;
  await setState(db, revisionId, 'processing');
  const pages = await db
    .selectFrom('page')
    .select('content_sha256 as content')
    .where('revision_id', '=', revisionId)
    .orderBy('number')
    .execute();
  const contents: Uint8Array[] = [];
  for (const { content } of pages) contents.push(await buffer(files.open(content)));
  const question: ReadQuestion = { contents, fiscalYear: wanted.fiscalYear };
  const thread = new URL('./read-worker.ts', import.meta.url);
  const { fiscalYear, initiatives } = await runInThread<ReadAnswer>(thread, question, { signal, memory });
  await db
    .updateTable('initiative_reading')
    .set({
      ...{ state: 'ready', reader_version: registerVersion, read_at: new Date() },
      ...{ meeting_year: question.fiscalYear, fiscal_year: fiscalYear, initiatives },
    })
    .where('revision_id', '=', revisionId)
    .where('state', '=', 'processing')
    .execute();
}

/** The last attempt failed too: the register says which paper is missing; what was read of it before stays. */
export async function giveUpReading(db: Kysely<Tables>, { revisionId }: Work): Promise<void> {
  await setState(db, revisionId, 'failed');
}

async function setState(db: Kysely<Tables>, revisionId: number, state: 'processing' | 'failed'): Promise<void> {
  await db
    .updateTable('initiative_reading')
    .set({ state })
    .where('revision_id', '=', revisionId)
    .where('state', 'in', ['waiting', 'processing'])
    .execute();
}
