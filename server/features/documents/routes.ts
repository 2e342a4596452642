import type { Kysely } from 'kysely';
import {
  Document,
  DocumentQuery,
  FileQuery,
  PageParams,
  PageText,
  PictureParams,
  ReadingPlace,
} from '../../../contract/documents.ts';
import { Done, IdParams } from '../../../contract/fields.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { readableDocuments } from '../../access/readable.ts';
import { memberIn } from '../../access/rule.ts';
import type { Tables } from '../../database/tables.ts';
import type { Files } from '../../files/files.ts';
import { fileAnswer } from '../../http/describe-api.ts';
import type { WebApp } from '../../http/web-app.ts';
import { findDocument, findFile, readablePage } from './queries.ts';
import { sendPdf, sendPicture } from './send-file.ts';

const byReader = { access: 'reader' as const };

/** What members read. */
export function registerDocuments(app: WebApp, { db, files }: { db: Kysely<Tables>; files: Files }): void {
  app.get(
    '/api/documents/:id',
    { config: byReader, schema: { params: IdParams, querystring: DocumentQuery, response: { 200: Document } } },
    async (request) => {
      const document = await findDocument(db, request.viewer, request.params.id, request.query.revision);
      if (!document) throw new DomainError('not_found');
      return document;
    },
  );

  app.get(
    '/api/revisions/:id/pages/:page/picture/:size',
    { config: byReader, schema: { params: PictureParams, response: fileAnswer('image/webp') } },
    async (request, reply) => {
      const { id, page, size } = request.params;
      const row = await readablePage(db, request.viewer, id, page)
        .select(['page.large_sha256 as large', 'page.small_sha256 as small'])
        .executeTakeFirst();
      if (!row) throw new DomainError('not_found');
      return sendPicture(reply, files, row[size]);
    },
  );

  app.get(
    '/api/revisions/:id/pages/:page/text',
    { config: byReader, schema: { params: PageParams, response: { 200: PageText } } },
    async (request, reply) => {
      const { id, page } = request.params;
      const row = await readablePage(db, request.viewer, id, page).select('page.lines').executeTakeFirst();
      if (!row) throw new DomainError('not_found');
      reply.header('cache-control', 'private, max-age=86400').header('vary', 'cookie');
      return { lines: row.lines.map(({ text, box, vertical }) => ({ text, box: [...box], vertical })) };
    },
  );

  app.get(
    '/api/revisions/:id/file',
    { config: byReader, schema: { params: IdParams, querystring: FileQuery, response: fileAnswer('application/pdf') } },
    async (request, reply) => {
      const file = await findFile(db, request.viewer, request.params.id);
      if (!file) throw new DomainError('not_found');
      return sendPdf(request, reply, files, file, request.query.download ?? false);
    },
  );

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
