import type { Kysely } from 'kysely';
import { Done } from '../../../contract/fields.ts';
import { Ledger, LedgerQuery, LedgerSettings, LedgerTableQuery } from '../../../contract/ledger.ts';
import { officialIn } from '../../access/rule.ts';
import type { Tables } from '../../database/tables.ts';
import { todayInJapan } from '../../http/clock.ts';
import { fileAnswer } from '../../http/describe-api.ts';
import { dispositionOf, sendCsv } from '../../http/downloads.ts';
import type { WebApp } from '../../http/web-app.ts';
import { printLedger } from '../../print/print-ledger.ts';
import { ledgerReport } from './ledger-report.ts';
import { documentTable, ledgerTable } from './ledger-table.ts';
import { changeSettings, showLedger } from './show-ledger.ts';

const byOfficial = { access: 'official' as const };

export function registerLedger(app: WebApp, { db }: { db: Kysely<Tables> }): void {
  app.get(
    '/api/ledger',
    { config: byOfficial, schema: { querystring: LedgerQuery, response: { 200: Ledger } } },
    (request) => showLedger(db, officialIn(request.viewer), request.query),
  );

  app.get(
    '/api/ledger.csv',
    { config: byOfficial, schema: { querystring: LedgerTableQuery, response: fileAnswer('text/csv') } },
    async (request, reply) => {
      const { meetings } = await showLedger(db, officialIn(request.viewer), request.query);
      if (request.query.by === 'document') return sendCsv(reply, '紙の削減（資料ごと）.csv', documentTable(meetings));
      return sendCsv(reply, '紙の削減.csv', ledgerTable(meetings));
    },
  );

  app.get(
    '/api/ledger.pdf',
    { config: byOfficial, schema: { querystring: LedgerQuery, response: fileAnswer('application/pdf') } },
    async (request, reply) => {
      const ledger = await showLedger(db, officialIn(request.viewer), request.query);
      return reply
        .type('application/pdf')
        .header('cache-control', 'private, no-cache')
        .header('content-disposition', dispositionOf('inline', '会議資料の紙の削減.pdf'))
        .send(await printLedger(ledgerReport(ledger, request.query, todayInJapan())));
    },
  );

  app.put(
    '/api/ledger/settings',
    { config: { access: 'administrator' }, schema: { body: LedgerSettings, response: { 200: Done } } },
    async (request) => {
      await changeSettings(db, officialIn(request.viewer), request.body);
      return { done: true as const };
    },
  );
}
