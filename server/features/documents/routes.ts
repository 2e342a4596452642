import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import {
  Document,
  DocumentQuery,
  FileQuery,
  PageParams,
  PageQuery,
  PageText,
  PictureParams,
  ReadingPlace,
  RevisionState,
} from '../../../contract/documents.ts';
import { Done, IdParams } from '../../../contract/fields.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { readableDocuments, requireRevision } from '../../access/readable.ts';
import { memberIn, officialIn } from '../../access/rule.ts';
import { chooseShown, listRevisions } from '../../access/shown-revision.ts';
import type { Tables } from '../../database/tables.ts';
import type { Files } from '../../files/files.ts';
import { HeldFiles } from '../../files/held-files.ts';
import { fileAnswer } from '../../http/describe-api.ts';
import { dispositionOf } from '../../http/downloads.ts';
import type { Tickets } from '../../http/tickets.ts';
import type { WebApp } from '../../http/web-app.ts';
import { joinPapers } from './join-papers.ts';
import { PictureIndex, pictureName } from './page-pictures.ts';
import { findDocument, findFile, findLines, findOriginal } from './queries.ts';
import { sendPdf, sendPicture } from './send-file.ts';

const byTicket = { access: 'ticket' as const };

interface Needs {
  db: Kysely<Tables>;
  files: Files;
  tickets: Tickets;
  /** Where the proxy finds the files (X-Accel-Redirect), where there is one that sends them. */
  accel: string | undefined;
}

/** What members read. */
export function registerDocuments(app: WebApp, { db, files, tickets, accel }: Needs): void {
  const index = new PictureIndex(db);
  const sending = { files, held: new HeldFiles(files), accel };

  /** Throws `not_found`. Whoever came without a ticket leaves with one. */
  const requireReadable = async (request: FastifyRequest, reply: { raw: unknown }, id: number) => {
    if (request.ticketed) return;
    await requireRevision(db, request.viewer, id);
    tickets.issue(request, reply as FastifyReply, [id]);
  };

  app.get(
    '/api/documents/:id',
    {
      config: { access: 'reader' },
      schema: { params: IdParams, querystring: DocumentQuery, response: { 200: Document } },
    },
    async (request, reply) => {
      const document = await findDocument(db, request.viewer, request.params.id, request.query.revision);
      if (!document) throw new DomainError('not_found');
      tickets.issue(request, reply, [document.revision.id]);
      return document;
    },
  );

  app.get(
    '/api/documents/:id/newest',
    { config: { access: 'reader', unattended: true }, schema: { params: IdParams, response: { 200: RevisionState } } },
    async (request) => {
      const revisions = await listRevisions(db, request.viewer, request.params.id);
      if (revisions.length === 0) throw new DomainError('not_found');
      return chooseShown(request.viewer, revisions);
    },
  );

  app.get(
    '/api/revisions/:id/pages/:page/picture/:size',
    {
      config: byTicket,
      schema: { params: PictureParams, querystring: PageQuery, response: fileAnswer('image/webp') },
    },
    async (request, reply) => {
      const { id, page, size } = request.params;
      await requireReadable(request, reply, id);
      const { v } = request.query;
      const pictures = await index.find(id, page, v);
      if (!pictures) throw new DomainError('not_found');
      const sha256 = pictures[size] ?? pictures.large;
      return sendPicture(request, reply, sending, { sha256, named: v === pictureName(pictures) });
    },
  );

  app.get(
    '/api/revisions/:id/pages/:page/text',
    { config: byTicket, schema: { params: PageParams, querystring: PageQuery, response: { 200: PageText } } },
    async (request, reply) => {
      const { id, page } = request.params;
      await requireReadable(request, reply, id);
      const text = await findLines(db, id, page);
      if (!text) throw new DomainError('not_found');
      if (request.query.v !== undefined) reply.header('cache-control', 'private, max-age=86400');
      return text;
    },
  );

  app.get(
    '/api/revisions/:id/file',
    { config: byTicket, schema: { params: IdParams, querystring: FileQuery, response: fileAnswer('application/pdf') } },
    async (request, reply) => {
      await requireReadable(request, reply, request.params.id);
      const file = await findFile(db, request.params.id);
      if (!file) throw new DomainError('not_found');
      return sendPdf(request, reply, sending, { file, download: request.query.download ?? false });
    },
  );

  app.get(
    '/api/revisions/:id/original',
    {
      config: { access: 'official' },
      schema: { params: IdParams, response: fileAnswer('application/octet-stream') },
    },
    async (request, reply) => {
      const original = await findOriginal(db, officialIn(request.viewer), request.params.id);
      if (!original) throw new DomainError('not_found');
      return reply
        .type('application/octet-stream')
        .header('cache-control', 'private, no-store')
        .header('content-disposition', dispositionOf('attachment', original.fileName))
        .send(files.open(original.sha256));
    },
  );

  app.get(
    '/api/meetings/:id/papers.pdf',
    { config: { access: 'reader' }, schema: { params: IdParams, response: fileAnswer('application/pdf') } },
    async (request, reply) => {
      const { title, pdf } = await joinPapers(db, files, request.viewer, request.params.id);
      return reply
        .type('application/pdf')
        .header('cache-control', 'private, no-store')
        .header('content-disposition', dispositionOf('inline', `${title}　資料.pdf`))
        .send(pdf);
    },
  );

  registerReadingPlace(app, db);
}

function registerReadingPlace(app: WebApp, db: Kysely<Tables>): void {
  app.put(
    '/api/documents/:id/reading-place',
    { config: { access: 'member' }, schema: { params: IdParams, body: ReadingPlace, response: { 200: Done } } },
    async (request) => {
      const member = memberIn(request.viewer);
      const { page, revisionId } = request.body;
      const document = await readableDocuments(db, { official: null, member })
        .select('document.id')
        .where('document.id', '=', request.params.id)
        .executeTakeFirst();
      if (!document) throw new DomainError('not_found');
      const place = { page, read_at: new Date(), revision_id: await ownRevision(db, document.id, revisionId) };
      await db
        .insertInto('reading_place')
        .values({ member_id: member.id, document_id: document.id, ...place })
        .onConflict((conflict) => conflict.columns(['member_id', 'document_id']).doUpdateSet(place))
        .execute();
      return { done: true as const };
    },
  );
}

/** Null where it is not a revision of the document. */
async function ownRevision(db: Kysely<Tables>, documentId: number, id: number | undefined): Promise<number | null> {
  if (id === undefined) return null;
  const revision = await db
    .selectFrom('revision')
    .select('id')
    .where('id', '=', id)
    .where('document_id', '=', documentId)
    .executeTakeFirst();
  return revision?.id ?? null;
}
