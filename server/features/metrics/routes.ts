import { createHash, timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import type { Tables } from '../../database/tables.ts';
import type { WebApp } from '../../http/web-app.ts';
import { type Measure, measurePortal } from './measure-portal.ts';

interface Needs {
  db: Kysely<Tables>;
  dataFolder: string;
  /** Whoever brings it may read; undefined: there is no such address. */
  token: string | undefined;
}

const hidden = { config: { access: 'anyone' }, schema: { hide: true } } as const;
const seconds = [0.005, 0.02, 0.1, 0.5, 1, 2.5, 5, 10, 30];

/** What a Prometheus server reads: of requests, and of the whole portal as its database tells. No names, no keys. */
export function registerMetrics(app: WebApp, { db, dataFolder, token }: Needs): void {
  if (token === undefined) return;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  countRequests(app, registry);
  const gauges = new Map<string, Gauge>();
  const set = ({ name, help, values }: Measure) => {
    const labelNames = Object.keys(values[0]?.labels ?? {});
    const gauge = gauges.get(name) ?? new Gauge({ name, help, labelNames, registers: [registry] });
    gauges.set(name, gauge);
    gauge.reset();
    for (const { labels, value } of values) gauge.set(labels ?? {}, value);
  };
  app.get('/metrics', hidden, async (request, reply) => {
    if (!isRight(request.headers.authorization, token)) throw new DomainError('not_found');
    for (const measure of await measurePortal(db, dataFolder)) set(measure);
    return reply
      .header('cache-control', 'no-store')
      .header('content-type', registry.contentType)
      .send(await registry.metrics());
  });
}

/** By the route's pattern, never by the address. */
function countRequests(app: WebApp, registry: Registry): void {
  const labelNames = ['method', 'route', 'status'];
  const help = 'Requests that were answered';
  const count = new Counter({ name: 'kurabe_requests_total', help, labelNames, registers: [registry] });
  const duration = new Histogram({
    ...{ name: 'kurabe_request_seconds', help: 'Until the answer was sent', buckets: seconds },
    ...{ labelNames: ['method', 'route'], registers: [registry] },
  });
  app.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'none' };
    count.inc({ ...labels, status: reply.statusCode });
    duration.observe(labels, reply.elapsedTime / 1000);
  });
}

/** In the same time, wherever they differ. */
function isRight(header: string | undefined, token: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(header ?? ''), hash(`Bearer ${token}`));
}
