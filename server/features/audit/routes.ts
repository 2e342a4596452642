import type { Kysely } from 'kysely';
import { AuditQuery, AuditTableQuery, AuditTrail } from '../../../contract/audit.ts';
import type { Tables } from '../../database/tables.ts';
import { todayInJapan } from '../../http/clock.ts';
import { fileAnswer } from '../../http/describe-api.ts';
import { sendCsv } from '../../http/downloads.ts';
import type { WebApp } from '../../http/web-app.ts';
import { auditTable } from './audit-table.ts';
import { listActors, listEntries } from './queries.ts';

const pageLength = 100;
/** Entries in one table: beyond that the dates are to be narrowed. */
const tableLength = 50_000;
const byAdministrator = { access: 'administrator' as const };

/** Who did what and when, for administrators; nobody can change it. */
export function registerAudit(app: WebApp, { db }: { db: Kysely<Tables> }): void {
  app.get(
    '/api/audit',
    { config: byAdministrator, schema: { querystring: AuditQuery, response: { 200: AuditTrail } } },
    async ({ query: { before, ...filter } }) => {
      const entries = await listEntries(db, filter, pageLength + 1, before);
      const more = entries.length > pageLength;
      return { entries: entries.slice(0, pageLength), more, officials: await listActors(db) };
    },
  );

  app.get(
    '/api/audit.csv',
    { config: byAdministrator, schema: { querystring: AuditTableQuery, response: fileAnswer('text/csv') } },
    async (request, reply) => {
      const entries = await listEntries(db, request.query, tableLength);
      return sendCsv(reply, `操作の記録_${todayInJapan()}.csv`, auditTable(entries));
    },
  );
}
