import type { Kysely } from 'kysely';
import { Done, IdParams } from '../../../contract/fields.ts';
import { Register, RegisterCorrectionInput } from '../../../contract/register.ts';
import { officialIn } from '../../access/rule.ts';
import type { Tables } from '../../database/tables.ts';
import { fileAnswer } from '../../http/describe-api.ts';
import { sendCsv } from '../../http/downloads.ts';
import type { WebApp } from '../../http/web-app.ts';
import { addCorrections, undoCorrection } from './corrections.ts';
import { registerTable } from './register-table.ts';
import { showRegister } from './show-register.ts';

const byReader = { access: 'reader' as const };
const byOfficial = { access: 'official' as const };

/** The initiatives of a committee over the years: reading the register, and correcting what was read. */
export function registerRegister(app: WebApp, { db }: { db: Kysely<Tables> }): void {
  app.get(
    '/api/committees/:id/register',
    { config: byReader, schema: { params: IdParams, response: { 200: Register } } },
    (request) => showRegister(db, request.viewer, request.params.id),
  );

  app.get(
    '/api/committees/:id/register.csv',
    { config: byReader, schema: { params: IdParams, response: fileAnswer('text/csv') } },
    async (request, reply) => {
      const register = await showRegister(db, request.viewer, request.params.id);
      return sendCsv(reply, `取組の一覧_${register.committee.name}.csv`, registerTable(register));
    },
  );

  app.post(
    '/api/committees/:id/register-corrections',
    { config: byOfficial, schema: { params: IdParams, body: RegisterCorrectionInput, response: { 200: Register } } },
    async (request) => {
      const { id } = request.params;
      await addCorrections(db, officialIn(request.viewer), id, request.body);
      return showRegister(db, request.viewer, id);
    },
  );

  app.delete(
    '/api/register-corrections/:id',
    { config: byOfficial, schema: { params: IdParams, response: { 200: Done } } },
    async (request) => {
      await undoCorrection(db, officialIn(request.viewer), request.params.id);
      return { done: true as const };
    },
  );
}
