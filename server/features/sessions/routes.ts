import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { Type } from 'typebox';
import { Done } from '../../../contract/fields.ts';
import { OpenedByCode, Session, SetUp, SignIn, SignOutQuery, TypedCode } from '../../../contract/sessions.ts';
import type { RememberedRights } from '../../access/remembered-rights.ts';
import { findOfficial, type Viewer } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';
import { networkOf } from '../../http/network.ts';
import type { Keys } from '../../http/secrets.ts';
import { type Door, hashToken, type SessionCookies } from '../../http/session-cookies.ts';
import type { Tickets } from '../../http/tickets.ts';
import type { WebApp } from '../../http/web-app.ts';
import { type Attempt, limitAttempts } from './limit-attempts.ts';
import { openCode, openLink } from './open-key.ts';
import { countOfficials, findCityName, findNoticeOfSession } from './queries.ts';
import { setUp } from './set-up.ts';
import { signIn, signOut } from './sign-in.ts';

interface Needs {
  db: Kysely<Tables>;
  keys: Keys;
  /** The one-time code in the terminal; the first administrator types it. */
  setUpCode: string;
  cookies: SessionCookies;
  rights: RememberedRights;
  tickets: Tickets;
}

// A whole committee may sit behind one address of the city's network; a link's 80 bits are beyond guessing anyway.
const linkLimit = {
  ...{ max: 600, timeWindow: '1 minute' },
  keyGenerator: ({ ip }: { ip: string }) => networkOf(ip),
};

export function registerSessions(app: WebApp, { db, keys, setUpCode, cookies, rights, tickets }: Needs): void {
  const admit = (reply: FastifyReply, door: Door, session: { token: string; expires: Date }) =>
    cookies.set(reply, door, session);

  const limited = <T>(request: FastifyRequest, kind: Attempt['kind'], tried: () => Promise<T>, account?: string) => {
    const onWary = () => request.log.warn(`many wrong ${kind}s from everywhere: limits are narrow for a while`);
    const network = networkOf(request.ip);
    return limitAttempts({ db, keys }, { kind, network, onWary, ...(account !== undefined && { account }) }, tried);
  };

  app.get('/api/session', { config: { access: 'anyone' }, schema: { response: { 200: Session } } }, async (request) => {
    const token = cookies.read(request, 'member');
    const session = await describe(db, request.viewer);
    return session.member || !token ? session : { ...session, ended: await whyEnded(db, hashToken(token)) };
  });

  app.post(
    '/api/session',
    { config: { access: 'anyone' }, schema: { body: SignIn, response: { 200: Session } } },
    async (request, reply) => {
      const { email, password } = request.body;
      const account = email.trim().toLowerCase();
      const session = await limited(
        request,
        'sign-in',
        () => signIn(db, email, password, networkOf(request.ip)),
        account,
      );
      admit(reply, 'official', session);
      return describe(db, { ...request.viewer, official: await findOfficial(db, session.tokenHash) });
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
      cookies.clear(reply, request.query.who);
      tickets.clear(reply);
      // pictures and texts of papers, on a tablet that the next person is handed
      reply.header('clear-site-data', '"cache"');
      return { done: true as const };
    },
  );

  app.post(
    '/api/set-up',
    { config: { access: 'anyone' }, schema: { body: SetUp, response: { 200: Session } } },
    async (request, reply) => {
      const session = await limited(request, 'set-up', () => setUp(db, setUpCode, request.body, networkOf(request.ip)));
      admit(reply, 'official', session);
      return describe(db, { ...request.viewer, official: await findOfficial(db, session.tokenHash) });
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
      admit(reply, 'member', opened);
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
        admit(reply, 'member', opened);
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

async function describe(db: Kysely<Tables>, { official, member }: Viewer): Promise<Session> {
  return {
    cityName: await findCityName(db),
    setUpNeeded: official === null && (await countOfficials(db)) === 0,
    official,
    member: member && {
      id: member.id,
      name: member.name,
      committeeId: member.committeeId,
      committeeName: member.committeeName,
      meetingId: member.meetingId,
    },
    ended: null,
  };
}
