import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { ERRORS, Server, type Upload } from '@tus/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { UploadParams } from '../../../contract/documents.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { officialIn } from '../../access/rule.ts';
import type { Official } from '../../access/viewer.ts';
import type { Files } from '../../files/files.ts';
import { hasBody } from '../../http/errors.ts';
import type { WebApp } from '../../http/web-app.ts';
import { prepareChild } from '../../pdf/start-child.ts';
import { cleanName } from './receive-file.ts';

interface Needs {
  files: Files;
  maxUploadBytes: number;
}

const piece = 'application/offset+octet-stream';
/** Says to the protocol's server who asks; whatever a client writes there is overwritten. */
const ownerHeader = 'x-kurabe-owner';
/** Milliseconds until a piece whose line has died makes way for the one that goes on; the library waits in a tight loop. */
const lockDrainTimeout = 200;

/**
 * Files that arrive piece by piece by the protocol tus 1.0: whoever was cut off asks how much is there and sends the rest.
 * What is whole becomes a document by the routes of documents; an upload is its official's alone.
 */
export function registerResumableUploads(app: WebApp, { files, maxUploadBytes }: Needs): void {
  const tus = new Server({
    path: '/api/uploads',
    relativeLocation: true,
    datastore: files.parts,
    maxSize: maxUploadBytes,
    allowedOrigins: [],
    lockDrainTimeout,
    namingFunction: (request) => `${request.headers.get(ownerHeader)}-${randomUUID()}`,
    onUploadCreate: async (_, upload) => {
      await refuseUseless(files, upload);
      prepareChild();
      return {};
    },
    // in the portal's own envelope
    onResponseError: (_, error) => {
      throw refusalOf(error);
    },
  });
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const response = await tus.handleWeb(webRequest(request, officialIn(request.viewer)));
    if (!response.ok) throw new DomainError('request_failed');
    for (const [name, value] of response.headers) if (/^(?:upload|tus|location)/.test(name)) reply.header(name, value);
    return reply.code(response.status).send();
  };
  app.addContentTypeParser(piece, (_request, _payload, done) => done(null));
  const byOfficial = { access: 'official' as const };
  app.post('/api/uploads', { config: byOfficial, schema: { response: { 201: {} } } }, answer);
  app.route({
    method: ['HEAD', 'PATCH', 'DELETE'],
    url: '/api/uploads/:upload',
    config: byOfficial,
    schema: { params: UploadParams, consumes: [piece], response: { 204: {} } },
    handler: async (request, reply) => {
      requireOwn(officialIn(request.viewer), request.params.upload);
      return answer(request, reply);
    },
  });
}

/** Throws `not_found` for another's, as for one that does not exist. */
export function requireOwn(official: Official, upload: string): void {
  if (!upload.startsWith(`${official.id}-`)) throw new DomainError('not_found');
}

/** Before anything is sent that could not be kept: twice its size, since it is checked before it is a document's. */
async function refuseUseless(files: Files, { size, metadata }: Upload): Promise<void> {
  const name = cleanName(metadata?.filename ?? '');
  // one that is to be told later, or is no number
  if (size === undefined || !Number.isSafeInteger(size)) throw new DomainError('request_failed');
  if (size === 0) throw new DomainError('empty_file', name);
  if ((await files.room()) < 2 * size) throw new DomainError('no_space', name);
}

function webRequest(request: FastifyRequest, official: Official): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  headers.set(ownerHeader, String(official.id));
  const body = request.method === 'PATCH' && hasBody(request) ? (Readable.toWeb(request.raw) as ReadableStream) : null;
  // of the address only the path is looked at
  return new Request(new URL(request.url, 'http://localhost'), {
    method: request.method,
    headers,
    ...(body && { body, duplex: 'half' }),
  });
}

/** The library throws objects of its own, which are neither errors nor told apart but by themselves. */
function refusalOf(error: unknown): Error {
  if (error instanceof Error) return error;
  if (error === ERRORS.FILE_NOT_FOUND || error === ERRORS.FILE_NO_LONGER_EXISTS) return new DomainError('not_found');
  if (error === ERRORS.ERR_MAX_SIZE_EXCEEDED || error === ERRORS.ERR_SIZE_EXCEEDED) return new DomainError('too_large');
  if (error === ERRORS.INVALID_OFFSET || error === ERRORS.ERR_LOCK_TIMEOUT) return new DomainError('upload_conflict');
  if (error === ERRORS.FILE_WRITE_ERROR) return new DomainError('no_space');
  return new DomainError('request_failed');
}
