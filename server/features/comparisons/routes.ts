import type { FastifyReply } from 'fastify';
import type { Kysely } from 'kysely';
import { Created } from '../../../contract/committees.ts';
import {
  AcknowledgementInput,
  BesideQuery,
  Changes,
  ComparedLines,
  Comparison,
  ComparisonInput,
  CorrectionInput,
  Corrections,
  Hindrances,
  LinesQuery,
  LineYears,
  LineYearsQuery,
} from '../../../contract/comparisons.ts';
import { Done, IdParams } from '../../../contract/fields.ts';
import { officialIn } from '../../access/rule.ts';
import type { Tables } from '../../database/tables.ts';
import type { Files } from '../../files/files.ts';
import { fileAnswer } from '../../http/describe-api.ts';
import { dispositionOf, sendCsv } from '../../http/downloads.ts';
import type { WebApp } from '../../http/web-app.ts';
import type { Enqueue } from '../../jobs/jobs.ts';
import { printBeside } from '../../print/print-beside.ts';
import { askComparison } from './ask-comparison.ts';
import { besideReport } from './beside-report.ts';
import { besideWorkbook } from './beside-workbook.ts';
import { changesTable } from './changes-table.ts';
import { addCorrection, showCorrections, undoCorrection } from './corrections.ts';
import { acknowledgeHindrances, findHindrances } from './hindrances.ts';
import type { ComparisonJobs } from './jobs.ts';
import { findLineYears } from './line-years.ts';
import { findPaperBeside } from './paper-beside.ts';
import { findChanges, findComparison, findLines } from './queries.ts';

interface Needs {
  db: Kysely<Tables>;
  files: Files;
  enqueue: Enqueue<ComparisonJobs>;
}

const byReader = { access: 'reader' as const };
const byOfficial = { access: 'official' as const };

/** The same line in two papers: reading comparisons, asking for them, and correcting them. */
export function registerComparisons(app: WebApp, { db, files, enqueue }: Needs): void {
  app.post(
    '/api/documents/:id/comparisons',
    { config: byReader, schema: { params: IdParams, body: ComparisonInput, response: { 200: Comparison } } },
    (request) => askComparison(db, enqueue, request.viewer, request.params.id, request.body),
  );

  app.get(
    '/api/documents/:id/line-years',
    { config: byReader, schema: { params: IdParams, querystring: LineYearsQuery, response: { 200: LineYears } } },
    (request) => findLineYears(db, enqueue, request.viewer, request.params.id, request.query),
  );

  app.get(
    '/api/comparisons/:id',
    { config: byReader, schema: { params: IdParams, response: { 200: Comparison } } },
    (request) => findComparison(db, request.viewer, request.params.id),
  );

  app.get(
    '/api/comparisons/:id/lines',
    { config: byReader, schema: { params: IdParams, querystring: LinesQuery, response: { 200: ComparedLines } } },
    async (request, reply) => {
      const { id } = request.params;
      const { lines, computedAt } = await findLines(db, request.viewer, { id, ...request.query });
      const tag = `"${computedAt?.getTime() ?? 0}"`;
      reply.header('cache-control', 'private, no-cache').header('vary', 'cookie').header('etag', tag);
      if (request.headers['if-none-match'] === tag) return unchanged(reply);
      return { lines };
    },
  );

  app.get(
    '/api/comparisons/:id/changes',
    { config: byReader, schema: { params: IdParams, response: { 200: Changes } } },
    (request) => findChanges(db, files, request.viewer, request.params.id),
  );

  app.get(
    '/api/comparisons/:id/changes.csv',
    { config: byReader, schema: { params: IdParams, response: fileAnswer('text/csv') } },
    async (request, reply) => {
      const { id } = request.params;
      const comparison = await findComparison(db, request.viewer, id);
      const changes = await findChanges(db, files, request.viewer, id);
      return sendCsv(reply, `変わった数値_${comparison.newer.title}.csv`, changesTable(comparison, changes));
    },
  );

  registerCorrections(app, { db, enqueue });
  registerHindrances(app, { db, files });
  registerTables(app, db);
}

function registerHindrances(app: WebApp, { db, files }: Omit<Needs, 'enqueue'>): void {
  app.get(
    '/api/comparisons/:id/hindrances',
    { config: byOfficial, schema: { params: IdParams, response: { 200: Hindrances } } },
    (request) => findHindrances({ db, files }, request.viewer, request.params.id),
  );

  app.put(
    '/api/comparisons/:id/acknowledgements',
    { config: byOfficial, schema: { params: IdParams, body: AcknowledgementInput, response: { 200: Done } } },
    async (request) => {
      await acknowledgeHindrances(db, officialIn(request.viewer), request.params.id, request.body);
      return { done: true as const };
    },
  );
}

function registerCorrections(app: WebApp, { db, enqueue }: Omit<Needs, 'files'>): void {
  app.get(
    '/api/comparisons/:id/corrections',
    { config: byOfficial, schema: { params: IdParams, response: { 200: Corrections } } },
    async (request) => ({ corrections: await showCorrections(db, officialIn(request.viewer), request.params.id) }),
  );

  app.post(
    '/api/comparisons/:id/corrections',
    { config: byOfficial, schema: { params: IdParams, body: CorrectionInput, response: { 200: Created } } },
    (request) => addCorrection(db, enqueue, officialIn(request.viewer), request.params.id, request.body),
  );

  app.delete(
    '/api/corrections/:id',
    { config: byOfficial, schema: { params: IdParams, response: { 200: Done } } },
    async (request) => {
      await undoCorrection(db, enqueue, officialIn(request.viewer), request.params.id);
      return { done: true as const };
    },
  );
}

/** A paper with the year before in its tables, for Excel and to be printed. */
function registerTables(app: WebApp, db: Kysely<Tables>): void {
  app.get(
    '/api/comparisons/:id/tables.xlsx',
    { config: byReader, schema: { params: IdParams, querystring: BesideQuery, response: fileAnswer(workbookType) } },
    async (request, reply) => {
      const paper = await findPaperBeside(db, request.viewer, request.params.id, request.query);
      return reply
        .type(workbookType)
        .header('cache-control', 'private, no-cache')
        .header('content-disposition', dispositionOf('attachment', `前の年と並べた表_${paper.title}.xlsx`))
        .send(await besideWorkbook(paper));
    },
  );

  app.get(
    '/api/comparisons/:id/tables.pdf',
    {
      config: byReader,
      schema: { params: IdParams, querystring: BesideQuery, response: fileAnswer('application/pdf') },
    },
    async (request, reply) => {
      const paper = await findPaperBeside(db, request.viewer, request.params.id, request.query);
      return reply
        .type('application/pdf')
        .header('cache-control', 'private, no-cache')
        .header('content-disposition', dispositionOf('inline', `前の年と並べた表_${paper.title}.pdf`))
        .send(await printBeside(besideReport(paper)));
    },
  );
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What the browser holds is still right; such an answer has no body, which the route's type does not know. */
const unchanged = (reply: { raw: unknown }) => (reply as FastifyReply).code(304).send();
