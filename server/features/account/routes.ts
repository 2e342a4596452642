import type { Kysely } from 'kysely';
import { Account, PasskeyName, PasswordChange, PasswordProof } from '../../../contract/account.ts';
import { Created } from '../../../contract/committees.ts';
import { Done, IdParams } from '../../../contract/fields.ts';
import { PasskeyAnswer, PasskeyStep, RegistrationAnswer } from '../../../contract/passkeys.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { officialIn } from '../../access/rule.ts';
import type { Tables } from '../../database/tables.ts';
import { limiterOf } from '../../http/limit-attempts.ts';
import type { Keys } from '../../http/secrets.ts';
import type { SessionCookies } from '../../http/session-cookies.ts';
import type { WebApp } from '../../http/web-app.ts';
import { askForPasskey, askForRegistration, type RelyingParty } from '../../identity/passkeys.ts';
import { addPasskey, removePasskey, renamePasskey } from './change-passkeys.ts';
import { changePassword } from './change-password.ts';
import { endAllSessions, endSession } from './end-sessions.ts';
import { proveByPasskey, proveByPassword } from './prove.ts';
import { findAccount } from './queries.ts';

interface Needs {
  db: Kysely<Tables>;
  keys: Keys;
  cookies: SessionCookies;
  party: RelyingParty;
}

const done = { done: true as const };
const own = { access: 'official' as const, withoutPasskey: true as const };
const proven = { ...own, proof: true as const };

/** What an official does about the own account. */
export function registerAccount(app: WebApp, needs: Needs): void {
  const { db, cookies, party } = needs;
  const limited = limiterOf(needs);

  app.get('/api/account', { config: own, schema: { response: { 200: Account } } }, (request) =>
    findAccount(db, officialIn(request.viewer), party.id),
  );

  app.put(
    '/api/account/password',
    { config: own, schema: { body: PasswordChange, response: { 200: Done } } },
    async (request) => {
      const official = officialIn(request.viewer);
      await limited(request, 'sign-in', () => changePassword(db, official, request.body), official.email);
      return done;
    },
  );

  app.post(
    '/api/account/proof',
    { config: own, schema: { body: PasswordProof, response: { 200: Done } } },
    async (request) => {
      const official = officialIn(request.viewer);
      const { password } = request.body;
      await limited(request, 'sign-in', () => proveByPassword(db, official, password), official.email);
      return done;
    },
  );

  app.delete('/api/account/sessions', { config: own, schema: { response: { 200: Done } } }, async (request, reply) => {
    await endAllSessions(db, officialIn(request.viewer));
    cookies.clear(reply, 'official');
    return done;
  });

  app.delete(
    '/api/sessions/:id',
    { config: own, schema: { params: IdParams, response: { 200: Done } } },
    async (request) => {
      await endSession(db, officialIn(request.viewer), request.params.id);
      return done;
    },
  );

  registerPasskeys(app, needs);
}

function registerPasskeys(app: WebApp, needs: Needs): void {
  const { db, party } = needs;
  const limited = limiterOf(needs);

  app.post(
    '/api/account/proof/question',
    { config: own, schema: { response: { 200: PasskeyStep } } },
    async (request) => {
      const step = await askForPasskey(db, party, officialIn(request.viewer).id, 'proof');
      if (!step) throw new DomainError('passkey_refused');
      return step;
    },
  );

  app.post(
    '/api/account/proof/passkey',
    { config: own, schema: { body: PasskeyAnswer, response: { 200: Done } } },
    async (request) => {
      const official = officialIn(request.viewer);
      await limited(request, 'sign-in', () => proveByPasskey(needs, official, request.body), official.email);
      return done;
    },
  );

  app.post(
    '/api/account/passkeys/question',
    { config: proven, schema: { response: { 200: PasskeyStep } } },
    (request) => askForRegistration(db, party, officialIn(request.viewer)),
  );

  app.post(
    '/api/account/passkeys',
    { config: proven, schema: { body: RegistrationAnswer, response: { 200: Created } } },
    (request) => addPasskey(needs, officialIn(request.viewer), request.body),
  );

  app.put(
    '/api/passkeys/:id',
    { config: own, schema: { params: IdParams, body: PasskeyName, response: { 200: Done } } },
    async (request) => {
      await renamePasskey(db, officialIn(request.viewer), request.params.id, request.body.name);
      return done;
    },
  );

  app.delete(
    '/api/passkeys/:id',
    { config: proven, schema: { params: IdParams, response: { 200: Done } } },
    async (request) => {
      await removePasskey(db, officialIn(request.viewer), request.params.id);
      return done;
    },
  );
}
