import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../domain/meetings/error-code.ts';
import type { WebApp } from './web-app.ts';

/** From how many waiting on newcomers are sent away, once the first of them has waited so many milliseconds. */
export interface Gate {
  readonly crowd: number;
  readonly longestWait: number;
}

const usualGate: Gate = { crowd: 20, longestWait: 2_500 };
/** Seconds after which to come again: drawn, so that those who were sent away do not come back all at once. */
const comeAgain = { soonest: 1, latest: 4 };

/** Whoever watches over the portal is answered also when there are too many. */
const isCounted = ({ routeOptions: { url = '' }, ticketed }: FastifyRequest) =>
  url.startsWith('/api/') && !url.startsWith('/api/health') && !ticketed;

/**
 * Too many at once: newcomers are told to come again, instead of standing in a queue that nobody sees. By how long those
 * before them wait for their answer to begin, whatever keeps it: the processor or the database. (@fastify/under-pressure
 * sees only the event loop, once a second, and would refuse the cheap pictures with the rest.) After tickets are admitted.
 */
export function limitCrowd(app: WebApp, gate = usualGate, now: () => number = () => performance.now()): void {
  const waiting = new Map<FastifyRequest, number>();
  app.addHook('onRequest', async (request, reply) => {
    if (!isCounted(request)) return;
    if (waiting.size >= gate.crowd && now() - (waiting.values().next().value ?? now()) > gate.longestWait) {
      reply.header(
        'retry-after',
        comeAgain.soonest + Math.round(Math.random() * (comeAgain.latest - comeAgain.soonest)),
      );
      throw new DomainError('overloaded');
    }
    // what is sent or printed takes its time; how long reading takes is how long the queue is
    if (request.method === 'GET') waiting.set(request, now());
  });
  const leave = async (request: FastifyRequest) => {
    waiting.delete(request);
  };
  app.addHook('onSend', leave);
  app.addHook('onRequestAbort', leave);
  app.addHook('onResponse', leave);
}
