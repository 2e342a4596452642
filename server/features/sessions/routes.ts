import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { Type } from 'typebox';
import { Done } from '../../../contract/fields.ts';
import { InvitationCode, InvitationFace } from '../../../contract/officials.ts';
import { PasskeyAnswer } from '../../../contract/passkeys.ts';
import {
  Appearance,
  OpenedByCode,
  Session,
  SetUp,
  SignIn,
  SignOutQuery,
  TakeUp,
  TypedCode,
} from '../../../contract/sessions.ts';
import type { RememberedRights } from '../../access/remembered-rights.ts';
import { memberIn } from '../../access/rule.ts';
import { findOfficial, type Viewer } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';
import { limiterOf } from '../../http/limit-attempts.ts';
import { networkOf } from '../../http/network.ts';
import type { Keys } from '../../http/secrets.ts';
import { type Door, hashToken, type SessionCookies } from '../../http/session-cookies.ts';
import type { Tickets } from '../../http/tickets.ts';
import type { WebApp } from '../../http/web-app.ts';
import { deviceOf, type SessionLength } from '../../identity/official-sessions.ts';
import type { RelyingParty } from '../../identity/passkeys.ts';
import { findAppearance, keepAppearance } from './keep-appearance.ts';
import { type OpenedKey, openCode, openLink } from './open-key.ts';
import { registerOtherCommittees } from './other-committee-routes.ts';
import { findHeld, keepOthers } from './other-committees.ts';
import { countOfficials, deleteSession, findCityName, findNoticeOfSession } from './queries.ts';
import { setUp } from './set-up.ts';
import { signIn, signInByPasskey, signOut } from './sign-in.ts';
import { readInvitation, takeUpInvitation } from './take-up-invitation.ts';

interface Needs {
  db: Kysely<Tables>;
  keys: Keys;
  /** The one-time code in the terminal; the first administrator types it. */
  setUpCode: string;
  cookies: SessionCookies;
  rights: RememberedRights;
  tickets: Tickets;
  length: SessionLength;
  party: RelyingParty;
}

// A whole committee may sit behind one address of the city's network; a link's 80 bits are beyond guessing anyway.
const linkLimit = {
  ...{ max: 600, timeWindow: '1 minute' },
  keyGenerator: ({ ip }: { ip: string }) => networkOf(ip),
};

export function registerSessions(app: WebApp, needs: Needs): void {
  const { db, keys, cookies, rights, tickets, length } = needs;
  const admit = (reply: FastifyReply, door: Door, session: { token: string; expires: Date }) =>
    cookies.set(reply, door, session);

  const admitMember = async (request: FastifyRequest, reply: FastifyReply, opened: OpenedKey) => {
    keepOthers(cookies, request, reply, await findHeld(db, cookies, request), opened.committeeId);
    admit(reply, 'member', opened);
  };

  const admitOfficial = async (
    request: FastifyRequest,
    reply: FastifyReply,
    session: { token: string; tokenHash: string; expires: Date },
  ) => {
    // signing in again: the session of before is nobody's any more
    const before = cookies.read(request, 'official');
    if (before) {
      await deleteSession(db, hashToken(before));
      rights.forget(hashToken(before));
    }
    admit(reply, 'official', session);
    const official = await findOfficial(db, session.tokenHash, length.idleMinutes);
    return describe(db, { ...request.viewer, official }, length);
  };
  // who leaves a device leaves it with every committee
  const endOthers = async (request: FastifyRequest, reply: FastifyReply) => {
    for (const hash of cookies.readOthers(request).map(hashToken)) {
      await deleteSession(db, hash);
      rights.forget(hash);
    }
    cookies.setOthers(request, reply, []);
  };
  const beginningOf = (request: FastifyRequest) => ({
    ...{ hours: length.hours, device: deviceOf(request), network: networkOf(request.ip) },
  });

  const limited = limiterOf({ db, keys });
  registerOtherCommittees(app, needs);

  app.get('/api/session', { config: { access: 'anyone' }, schema: { response: { 200: Session } } }, async (request) => {
    const token = cookies.read(request, 'member');
    const session = await describe(db, request.viewer, length);
    return session.member || !token ? session : { ...session, ended: await whyEnded(db, hashToken(token)) };
  });

  app.post(
    '/api/session',
    { config: { access: 'anyone' }, schema: { body: SignIn, response: { 200: Session } } },
    async (request, reply) => {
      const account = request.body.email.trim().toLowerCase();
      const begin = () => signIn(needs, request.body, beginningOf(request));
      const begun = await limited(request, 'sign-in', begin, account);
      if (!('secondStep' in begun)) return admitOfficial(request, reply, begun);
      return { ...(await describe(db, { ...request.viewer, official: null }, length)), ...begun };
    },
  );

  app.post(
    '/api/session/passkey',
    { config: { access: 'anyone' }, schema: { body: PasskeyAnswer, response: { 200: Session } } },
    async (request, reply) => {
      const begin = () => signInByPasskey(needs, request.body, beginningOf(request));
      return admitOfficial(request, reply, await limited(request, 'sign-in', begin, request.body.answer.id));
    },
  );

  app.delete(
    '/api/session',
    { config: { access: 'anyone' }, schema: { querystring: SignOutQuery, response: { 200: Done } } },
    async (request, reply) => {
      const token = cookies.read(request, request.query.who);
      if (token) {
        await signOut(db, hashToken(token), networkOf(request.ip));
        rights.forget(hashToken(token));
      }
      if (request.query.who === 'member') await endOthers(request, reply);
      cookies.clear(reply, request.query.who);
      tickets.clear(reply);
      // pictures and texts of papers, on a tablet that the next person is handed
      reply.header('clear-site-data', '"cache"');
      return { done: true as const };
    },
  );

  app.put(
    '/api/appearance',
    { config: { access: 'member' }, schema: { body: Appearance, response: { 200: Done } } },
    async (request) => {
      await keepAppearance(db, memberIn(request.viewer), request.body);
      return { done: true as const };
    },
  );

  app.post(
    '/api/set-up',
    { config: { access: 'anyone' }, schema: { body: SetUp, response: { 200: Session } } },
    async (request, reply) => {
      const begin = () => setUp(db, needs.setUpCode, request.body, beginningOf(request));
      return admitOfficial(request, reply, await limited(request, 'set-up', begin));
    },
  );

  app.post(
    '/api/invitation',
    { config: { access: 'anyone' }, schema: { body: InvitationCode, response: { 200: InvitationFace } } },
    (request) => limited(request, 'invitation', () => readInvitation(db, keys, request.body.code)),
  );

  app.post(
    '/api/invitation/password',
    { config: { access: 'anyone' }, schema: { body: TakeUp, response: { 200: Session } } },
    async (request, reply) => {
      const begin = () => takeUpInvitation({ db, keys }, request.body, beginningOf(request));
      return admitOfficial(request, reply, await limited(request, 'invitation', begin));
    },
  );

  app.post(
    '/api/codes',
    {
      config: { access: 'anyone' },
      schema: { body: TypedCode, response: { 200: OpenedByCode } },
    },
    async (request, reply) => {
      const opened = await limited(request, 'code', () => openCode(db, keys, request.body.code, networkOf(request.ip)));
      await admitMember(request, reply, opened);
      return { meetingId: opened.meetingId };
    },
  );

  for (const path of ['/M/:key', '/m/:key']) {
    app.get(
      path,
      {
        config: { access: 'anyone', rateLimit: linkLimit },
        // a mail program that looks whether the address is there does not open the letter
        exposeHeadRoute: false,
        schema: { hide: true, params: Type.Object({ key: Type.String({ maxLength: 100 }) }) },
      },
      async (request, reply) => {
        const opened = await openLink(db, keys, request.params.key, networkOf(request.ip));
        reply.header('cache-control', 'no-store');
        if ('reason' in opened) return reply.redirect(refusedAddress(opened), 303);
        await admitMember(request, reply, opened);
        return reply.redirect(`/meetings/${opened.meetingId}`, 303);
      },
    );
  }
}

function refusedAddress({ reason, committeeId }: { reason: string; committeeId: number | null }): string {
  return committeeId === null ? `/key/${reason}` : `/key/${reason}?committee=${committeeId}`;
}

/** Null where the session is not known: nobody can say whose it was. */
async function whyEnded(db: Kysely<Tables>, tokenHash: string): Promise<Session['ended']> {
  const notice = await findNoticeOfSession(db, tokenHash);
  return notice
    ? { reason: notice.revokedAt || notice.leftOn ? 'revoked' : 'expired', committeeId: notice.committeeId }
    : null;
}

async function describe(
  db: Kysely<Tables>,
  { official, member }: Viewer,
  { idleMinutes }: SessionLength,
): Promise<Session> {
  return {
    cityName: await findCityName(db),
    setUpNeeded: official === null && (await countOfficials(db)) === 0,
    official: official && { id: official.id, name: official.name, email: official.email, role: official.role },
    member: member && {
      id: member.id,
      name: member.name,
      committeeId: member.committeeId,
      committeeName: member.committeeName,
      meetingId: member.meetingId,
    },
    appearance: member && (await findAppearance(db, member)),
    ended: null,
    stay: official && { endsAt: official.session.endsAt.toISOString(), idleMinutes },
    secondStep: null,
  };
}
