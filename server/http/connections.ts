import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasBody, sendRefusal } from './errors.ts';
import type { WebApp } from './web-app.ts';

/** Milliseconds: for headers, for a body, for the next piece of an upload, and for what is in flight as the portal stops. */
const headersTimeout = 20_000;
const bodyTimeout = 30_000;
const uploadIdleTimeout = 30_000;
const stopTimeout = 5_000;

/** Bodies that are files. */
const fileTypes = ['multipart/form-data', 'application/offset+octet-stream'];

/** What a server is made with, so that nobody holds a connection by sending headers slowly. */
export const boundHeaders = (milliseconds = headersTimeout) => ({
  headersTimeout: milliseconds,
  connectionsCheckingInterval: milliseconds / 4,
});

/** Nobody holds a connection by sending slowly, and nobody holds the stop. Before any hook that reads or refuses. */
export function boundConnections(
  app: WebApp,
  { body = bodyTimeout, uploadIdle = uploadIdleTimeout, stop = stopTimeout } = {},
): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!hasBody(request)) return;
    if (request.routeOptions.schema?.consumes?.some((type) => fileTypes.includes(type)))
      cutIdle(request, reply, uploadIdle);
    else cutLate(request, reply, body);
  });
  app.addHook('preClose', async () => {
    setTimeout(() => app.server.closeAllConnections(), stop).unref();
  });
}

/** The whole body must be there in time. */
function cutLate(request: FastifyRequest, reply: FastifyReply, milliseconds: number): void {
  const timer = setTimeout(() => cut(request, reply), milliseconds).unref();
  request.raw.once('close', () => clearTimeout(timer)).once('end', () => clearTimeout(timer));
}

/** A file may take as long as its line needs, but not rest. */
function cutIdle(request: FastifyRequest, reply: FastifyReply, milliseconds: number): void {
  const { socket } = request.raw;
  let seen = socket.bytesRead;
  const timer = setInterval(() => {
    if (socket.bytesRead === seen) cut(request, reply);
    seen = socket.bytesRead;
  }, milliseconds).unref();
  request.raw.once('close', () => clearInterval(timer)).once('end', () => clearInterval(timer));
}

function cut(request: FastifyRequest, reply: FastifyReply): void {
  if (request.raw.complete) return;
  if (reply.sent) request.raw.destroy();
  else sendRefusal(request, reply.code(408), 'too_slow');
}
