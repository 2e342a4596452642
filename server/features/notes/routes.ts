import type { Kysely } from 'kysely';
import { IdParams } from '../../../contract/fields.ts';
import {
  DeletedNotes,
  DocumentNotes,
  DocumentNotesQuery,
  EditedNotes,
  NoteDeletion,
  NoteEdits,
  OwnNotes,
} from '../../../contract/notes.ts';
import { memberIn } from '../../access/rule.ts';
import type { Tables } from '../../database/tables.ts';
import type { Files } from '../../files/files.ts';
import { fileAnswer } from '../../http/describe-api.ts';
import { dispositionOf } from '../../http/downloads.ts';
import type { WebApp } from '../../http/web-app.ts';
import type { Enqueue } from '../../jobs/jobs.ts';
import { deleteNotes } from './delete-notes.ts';
import type { NotesJobs } from './jobs.ts';
import { listDocumentNotes } from './list-document-notes.ts';
import { listOwnNotes } from './list-own-notes.ts';
import { planPlacing } from './plan-placing.ts';
import { printNotedPaper } from './print-noted-paper.ts';
import { saveNotes } from './save-notes.ts';

const byMember = { access: 'member' as const };

interface Needs {
  db: Kysely<Tables>;
  files: Files;
  enqueue: Enqueue<NotesJobs>;
}

export function registerNotes(app: WebApp, { db, files, enqueue }: Needs): void {
  app.get('/api/notes', { config: byMember, schema: { response: { 200: OwnNotes } } }, (request) =>
    listOwnNotes(db, memberIn(request.viewer)),
  );

  app.put(
    '/api/notes',
    { config: byMember, schema: { body: NoteEdits, response: { 200: EditedNotes } } },
    async (request) => {
      const { edits } = request.body;
      const edited = await saveNotes(db, memberIn(request.viewer), edits);
      const stored = edits.filter((_, at) => edited[at]!.outcome !== 'refused');
      await planPlacing(db, enqueue, [...new Set(stored.map(({ revisionId }) => revisionId))]);
      return { edits: edited };
    },
  );

  app.post(
    '/api/notes/deletion',
    { config: byMember, schema: { body: NoteDeletion, response: { 200: DeletedNotes } } },
    async (request) => ({ deleted: await deleteNotes(db, memberIn(request.viewer), request.body.ids) }),
  );

  app.get(
    '/api/documents/:id/notes',
    {
      config: byMember,
      schema: { params: IdParams, querystring: DocumentNotesQuery, response: { 200: DocumentNotes } },
    },
    (request) => listDocumentNotes(db, memberIn(request.viewer), request.params.id, request.query.revision),
  );

  app.get(
    '/api/documents/:id/notes.pdf',
    {
      config: byMember,
      schema: { params: IdParams, querystring: DocumentNotesQuery, response: fileAnswer('application/pdf') },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { name, pdf } = await printNotedPaper({ db, files }, memberIn(request.viewer), id, request.query.revision);
      return reply
        .type('application/pdf')
        .header('cache-control', 'private, no-store')
        .header('content-disposition', dispositionOf('attachment', `${name}（書き込み入り）.pdf`))
        .send(pdf);
    },
  );
}
