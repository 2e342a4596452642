import type { Kysely } from 'kysely';
import { Done, IdParams } from '../../../contract/fields.ts';
import { Invitation, OfficialChange, OfficialInput, OfficialList } from '../../../contract/officials.ts';
import { officialIn } from '../../access/rule.ts';
import type { Tables } from '../../database/tables.ts';
import type { Keys } from '../../http/secrets.ts';
import type { WebApp } from '../../http/web-app.ts';
import { changeOfficial, reinstateOfficial, stopOfficial } from './change-official.ts';
import { inviteOfficial, resetOfficial } from './invite-official.ts';
import { listOfficials } from './queries.ts';

interface Needs {
  db: Kysely<Tables>;
  keys: Keys;
  publicUrl: string;
}

const done = { done: true as const };
const byAdministrator = { access: 'administrator' as const };
const proven = { access: 'administrator' as const, proof: true as const };

export function registerOfficials(app: WebApp, needs: Needs): void {
  const { db } = needs;

  app.get('/api/officials', { config: byAdministrator, schema: { response: { 200: OfficialList } } }, async () => ({
    officials: await listOfficials(db),
  }));

  app.post(
    '/api/officials',
    { config: proven, schema: { body: OfficialInput, response: { 200: Invitation } } },
    (request) => inviteOfficial(needs, officialIn(request.viewer), request.body),
  );

  app.put(
    '/api/officials/:id',
    { config: proven, schema: { params: IdParams, body: OfficialChange, response: { 200: Done } } },
    async (request) => {
      await changeOfficial(db, officialIn(request.viewer), request.params.id, request.body);
      return done;
    },
  );

  app.post(
    '/api/officials/:id/invitation',
    { config: proven, schema: { params: IdParams, response: { 200: Invitation } } },
    (request) => resetOfficial(needs, officialIn(request.viewer), request.params.id),
  );

  app.post(
    '/api/officials/:id/stop',
    { config: proven, schema: { params: IdParams, response: { 200: Done } } },
    async (request) => {
      await stopOfficial(db, officialIn(request.viewer), request.params.id);
      return done;
    },
  );

  app.delete(
    '/api/officials/:id/stop',
    { config: proven, schema: { params: IdParams, response: { 200: Done } } },
    async (request) => {
      await reinstateOfficial(db, officialIn(request.viewer), request.params.id);
      return done;
    },
  );
}
