import multipart from '@fastify/multipart';
import type { Kysely } from 'kysely';
import {
  AcceptedNames,
  CounterpartInput,
  DocumentChange,
  DocumentEdition,
  DocumentOrder,
  SeriesList,
  Uploaded,
  UploadOfParams,
  UploadRules,
  WithdrawnDocuments,
} from '../../../contract/documents.ts';
import { Done, IdParams } from '../../../contract/fields.ts';
import { requireCommittee, requireDocument, requireMeeting } from '../../access/editable.ts';
import { officialIn } from '../../access/rule.ts';
import type { Tables } from '../../database/tables.ts';
import type { WebApp } from '../../http/web-app.ts';
import type { Enqueue } from '../../jobs/jobs.ts';
import { dismissChild } from '../../pdf/start-child.ts';
import { acceptNames } from './accept-names.ts';
import { addDocument } from './add-document.ts';
import { orderDocuments, restoreDocument, updateDocument, withdrawDocument } from './change-document.ts';
import { chooseCounterpart, undoCounterpart } from './choose-counterpart.ts';
import { finishUpload } from './finish-upload.ts';
import type { DocumentJobs } from './jobs.ts';
import { listSeries } from './list-series.ts';
import { listWithdrawn } from './list-withdrawn.ts';
import { type Receiving, receiveFile } from './receive-file.ts';
import { replaceRevision, retryRevision } from './replace-revision.ts';
import { registerResumableUploads } from './resumable-uploads.ts';
import { takeOtherName } from './settle-name.ts';
import { takeBackRevision } from './take-back-revision.ts';

interface Needs extends Receiving {
  db: Kysely<Tables>;
  enqueue: Enqueue<DocumentJobs>;
}

const done = { done: true as const };
const byOfficial = { access: 'official' as const };
const doneById = { params: IdParams, response: { 200: Done } };
const uploadedById = { params: IdParams, consumes: ['multipart/form-data'], response: { 200: Uploaded } };

/** What the secretariat does with documents. */
export async function registerUploads(app: WebApp, needs: Needs): Promise<void> {
  const { db, enqueue } = needs;
  await app.register(multipart);
  app.addHook('onClose', async () => dismissChild());
  registerResumableUploads(app, needs);

  app.get('/api/uploads', { config: byOfficial, schema: { response: { 200: UploadRules } } }, async () => ({
    maxBytes: needs.maxUploadBytes,
    convertsOffice: (await needs.converter) !== null,
  }));

  app.post('/api/meetings/:id/documents', { config: byOfficial, schema: uploadedById }, async (request) => {
    const official = officialIn(request.viewer);
    await requireMeeting(db, official, request.params.id);
    const file = await receiveFile(request, needs);
    return addDocument(db, enqueue, official, request.params.id, file);
  });

  app.post('/api/documents/:id/revisions', { config: byOfficial, schema: uploadedById }, async (request) => {
    const official = officialIn(request.viewer);
    await requireDocument(db, official, request.params.id);
    const file = await receiveFile(request, needs);
    return replaceRevision(db, enqueue, official, request.params.id, file);
  });

  const finished = { params: UploadOfParams, response: { 200: Uploaded } };
  app.post('/api/meetings/:id/uploads/:upload', { config: byOfficial, schema: finished }, async (request) => {
    const official = officialIn(request.viewer);
    const { id, upload } = request.params;
    await requireMeeting(db, official, id);
    return finishUpload(needs, official, upload, (file) => addDocument(db, enqueue, official, id, file));
  });

  app.post('/api/documents/:id/uploads/:upload', { config: byOfficial, schema: finished }, async (request) => {
    const official = officialIn(request.viewer);
    const { id, upload } = request.params;
    await requireDocument(db, official, id);
    return finishUpload(needs, official, upload, (file) => replaceRevision(db, enqueue, official, id, file));
  });

  app.post('/api/revisions/:id/retry', { config: byOfficial, schema: doneById }, async (request) => {
    await retryRevision(db, enqueue, officialIn(request.viewer), request.params.id);
    return done;
  });

  app.post(
    '/api/revisions/:id/taking-back',
    { config: { ...byOfficial, proof: true }, schema: doneById },
    async (request) => {
      await takeBackRevision(db, officialIn(request.viewer), request.params.id);
      return done;
    },
  );

  app.put(
    '/api/documents/:id',
    { config: byOfficial, schema: { ...doneById, body: DocumentChange } },
    async (request) => {
      await updateDocument(db, enqueue, officialIn(request.viewer), request.params.id, request.body);
      return done;
    },
  );

  app.post(
    '/api/documents/:id/other-name',
    { config: byOfficial, schema: { ...doneById, body: DocumentEdition } },
    async (request) => {
      const { params, body, viewer } = request;
      await takeOtherName(db, officialIn(viewer), params.id, body.edition);
      return done;
    },
  );

  app.put(
    '/api/documents/:id/counterpart',
    { config: byOfficial, schema: { ...doneById, body: CounterpartInput } },
    async (request) => {
      const { params, body, viewer } = request;
      await chooseCounterpart(db, enqueue, officialIn(viewer), params.id, body.documentId);
      return done;
    },
  );

  app.delete('/api/documents/:id/counterpart', { config: byOfficial, schema: doneById }, async (request) => {
    await undoCounterpart(db, enqueue, officialIn(request.viewer), request.params.id);
    return done;
  });

  app.delete('/api/documents/:id', { config: byOfficial, schema: doneById }, async (request) => {
    await withdrawDocument(db, officialIn(request.viewer), request.params.id);
    return done;
  });

  app.post('/api/documents/:id/restoration', { config: byOfficial, schema: doneById }, async (request) => {
    await restoreDocument(db, officialIn(request.viewer), request.params.id);
    return done;
  });

  app.get(
    '/api/meetings/:id/withdrawn-documents',
    { config: byOfficial, schema: { params: IdParams, response: { 200: WithdrawnDocuments } } },
    async (request) => {
      const official = officialIn(request.viewer);
      await requireMeeting(db, official, request.params.id);
      return { documents: await listWithdrawn(db, official, request.params.id) };
    },
  );

  app.post(
    '/api/meetings/:id/accepted-names',
    { config: byOfficial, schema: { ...doneById, body: AcceptedNames } },
    async (request) => {
      await acceptNames(db, officialIn(request.viewer), request.params.id, request.body.documentIds);
      return done;
    },
  );

  app.put(
    '/api/meetings/:id/document-order',
    { config: byOfficial, schema: { ...doneById, body: DocumentOrder } },
    async (request) => {
      await orderDocuments(db, officialIn(request.viewer), request.params.id, request.body.documentIds);
      return done;
    },
  );

  app.get(
    '/api/committees/:id/series',
    { config: byOfficial, schema: { params: IdParams, response: { 200: SeriesList } } },
    async (request) => {
      const official = officialIn(request.viewer);
      await requireCommittee(db, official, request.params.id);
      return { series: await listSeries(db, official, request.params.id) };
    },
  );
}
