import type { FastifyRequest } from 'fastify';
import { anyone } from '../access/viewer.ts';
import type { WebApp } from './web-app.ts';

/** Who by an id, and the route's pattern, never the address: a letter's address is its key. Pages that are sent by ticket are too many to tell. */
export function logRequests(app: WebApp): void {
  app.decorateReply('refusal', undefined);
  app.addHook('onResponse', async (request, reply) => {
    const level = request.ticketed && reply.statusCode < 400 ? 'debug' : 'info';
    const { statusCode: status, refusal } = reply;
    const ms = Math.round(reply.elapsedTime);
    request.log[level]({ ...askedBy(request), status, ...(refusal && { refusal }), ms }, 'request');
  });
}

/** What was asked and by whom: { method, route, official: 1 } or { …, member: 5 }. */
export function askedBy({ method, routeOptions, viewer }: FastifyRequest) {
  const { official, member } = viewer ?? anyone;
  return {
    ...{ method, route: routeOptions.url ?? null },
    ...(official && { official: official.id }),
    ...(member && { member: member.id }),
  };
}

declare module 'fastify' {
  interface FastifyReply {
    /** The code of the refusal that it was answered with. */
    refusal?: string;
  }
}
