import type { Kysely } from 'kysely';
import type { Converter } from './conversion/find-converter.ts';
import type { Tables } from './database/tables.ts';
import { compareRevisions, giveUpComparison } from './features/comparisons/compare-revisions.ts';
import type { ComparisonJobs } from './features/comparisons/jobs.ts';
import { planAllComparisons, planComparisons, planDocument } from './features/comparisons/plan-comparisons.ts';
import { convertRevision } from './features/documents/convert-revision.ts';
import { eraseUnneeded } from './features/documents/erase-unneeded.ts';
import type { DocumentJobs } from './features/documents/jobs.ts';
import { drawFirstPage, giveUpRevision, processRevision } from './features/documents/process-revision.ts';
import { settleNameOfRevision } from './features/documents/settle-name.ts';
import { settleAllYears, settleYearOfRevision } from './features/documents/settle-year.ts';

import type { MeetingJobs } from './features/meetings/jobs.ts';
import { publishDue } from './features/meetings/publish-due.ts';
import { deleteErasedNotes } from './features/notes/delete-notes.ts';
import type { NotesJobs } from './features/notes/jobs.ts';
import type { RecognitionJobs } from './features/recognition/jobs.ts';
import { planRecognition, recogniseRevision } from './features/recognition/recognise-revision.ts';
import type { RegisterJobs } from './features/register/jobs.ts';
import { planAllReadings, planReading, planReadingOf } from './features/register/plan-readings.ts';
import { giveUpReading, readRevision } from './features/register/read-revision.ts';
import { indexRevision, planIndexing } from './features/search/index-revision.ts';
import type { SearchJobs } from './features/search/jobs.ts';
import { eraseExpired } from './features/sessions/erase-expired.ts';
import type { Files } from './files/files.ts';
import type { JobHandler } from './jobs/jobs.ts';

/** Every kind of job of the portal. */
export type PortalJobs = MeetingJobs &
  DocumentJobs &
  ComparisonJobs &
  RegisterJobs &
  SearchJobs &
  RecognitionJobs &
  NotesJobs;

type Handlers = { [Name in keyof PortalJobs]: JobHandler<PortalJobs[Name], PortalJobs> };

interface Needs {
  db: Kysely<Tables>;
  files: Files;
  /** What makes PDFs of other files, where there is one, and the folder where it works. */
  converter: Promise<Converter | null>;
  conversionFolder: string;
}

/** What main hands to the queue. */
export const jobHandlers = (needs: Needs): Handlers => ({
  ...planningJobs(needs),
  ...arrivalJobs(needs),
  ...paperJobs(needs),
  ...jobsOfTheClock(needs),
});

const secondsADay = 24 * 60 * 60;

/** What is done because its moment has come. */
function jobsOfTheClock(needs: Needs) {
  return {
    'publish-due': {
      handler: (_, enqueue) => publishDue(needs.db, enqueue),
      concurrency: 1,
      deadlineSeconds: 60,
      retryLimit: 100,
    },
    'erase-unneeded': {
      handler: async (_, enqueue) => {
        await eraseUnneeded(needs);
        await eraseExpired(needs.db);
        await deleteErasedNotes(needs.db);
        await enqueue('erase-unneeded', {}, { singletonKey: 'next', afterSeconds: secondsADay });
      },
      concurrency: 1,
      deadlineSeconds: 3600,
      retryLimit: 2,
    },
  } satisfies Partial<Handlers>;
}

/** A file has come: a PDF is made of it where it is none, one at a time, and its first page is drawn. */
function arrivalJobs(needs: Needs) {
  return {
    'convert-revision': {
      handler: ({ data, signal }, enqueue) => convertRevision(needs, enqueue, data, signal),
      failed: (data) => giveUpRevision(needs.db, data),
      concurrency: 1,
      deadlineSeconds: 900,
      retryLimit: 5,
    },
    'draw-first-page': {
      handler: ({ data, signal }) => drawFirstPage(needs, data, signal),
      concurrency: 4,
      deadlineSeconds: 60,
      retryLimit: 1,
    },
  } satisfies Partial<Handlers>;
}

/** Two papers are read at once; a first page never waits for them. */
function paperJobs({ db, files }: Needs) {
  return {
    'process-revision': {
      handler: async ({ data, signal }, enqueue) => {
        await processRevision({ db, files }, data, signal);
        await settleNameOfRevision(db, data.revisionId);
        await settleYearOfRevision(db, data.revisionId);
        await enqueue('index-revision', { revisionId: data.revisionId }, { singletonKey: String(data.revisionId) });
        await enqueue('recognise-revision', { revisionId: data.revisionId }, { singletonKey: String(data.revisionId) });
        await planReading(db, enqueue, data.revisionId);
        await planComparisons(db, enqueue, data.revisionId);
      },
      failed: (data) => giveUpRevision(db, data),
      concurrency: 2,
      deadlineSeconds: 7200,
      // spent only by ends of the server: processRevision itself counts what befalls the paper
      retryLimit: 100,
    },
    'compare-revisions': {
      handler: ({ data, signal }) => compareRevisions({ db, files }, data, signal),
      failed: (data) => giveUpComparison(db, data),
      concurrency: 1,
      deadlineSeconds: 600,
      retryLimit: 2,
    },
    'read-initiatives': {
      handler: ({ data, signal }) => readRevision({ db, files }, data, signal),
      failed: (data) => giveUpReading(db, data),
      concurrency: 1,
      deadlineSeconds: 600,
      retryLimit: 2,
    },
    'recognise-revision': {
      handler: async ({ data, signal }, enqueue) => {
        const isNew = await recogniseRevision({ db, files }, data, signal);
        if (isNew) await enqueue('index-revision', data, { singletonKey: `${data.revisionId} recognised` });
      },
      concurrency: 1,
      deadlineSeconds: 6 * 3600,
      retryLimit: 3,
    },
    'index-revision': {
      handler: ({ data }) => indexRevision(db, data),
      concurrency: 1,
      deadlineSeconds: 600,
      retryLimit: 2,
    },
  } satisfies Partial<Handlers>;
}

/** What is to be done anew after a change of a series, or of the portal itself. */
function planningJobs({ db }: Needs) {
  return {
    'follow-series': {
      handler: async ({ data }, enqueue) => {
        await planReadingOf(db, enqueue, data.documentId);
        await planDocument(db, enqueue, data.documentId);
      },
      concurrency: 1,
      deadlineSeconds: 60,
      retryLimit: 2,
    },
    'place-notes': {
      handler: ({ data }, enqueue) => planComparisons(db, enqueue, data.revisionId),
      concurrency: 1,
      deadlineSeconds: 60,
      retryLimit: 2,
    },
    'plan-readings': {
      handler: async (_, enqueue) => {
        await settleAllYears(db);
        await planAllReadings(db, enqueue);
      },
      concurrency: 1,
      deadlineSeconds: 600,
      retryLimit: 1,
    },
    'plan-indexing': {
      handler: (_, enqueue) => planIndexing(db, enqueue),
      concurrency: 1,
      deadlineSeconds: 600,
      retryLimit: 1,
    },
    'plan-recognition': {
      handler: (_, enqueue) => planRecognition(db, enqueue),
      concurrency: 1,
      deadlineSeconds: 600,
      retryLimit: 1,
    },
    'plan-comparisons': {
      handler: async (_, enqueue) => {
        await settleAllYears(db);
        await planAllComparisons(db, enqueue);
      },
      concurrency: 1,
      deadlineSeconds: 600,
      retryLimit: 1,
    },
  } satisfies Partial<Handlers>;
}
