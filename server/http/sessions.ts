import cookie from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { RememberedRights } from '../access/remembered-rights.ts';
import { anyone, findMember, findOfficial, type OfficialSession, type Viewer } from '../access/viewer.ts';
import type { Tables } from '../database/tables.ts';
import { todayInJapan } from './clock.ts';
import { networkOf } from './network.ts';
import { type Door, doorHeader, hashToken, type SessionCookies } from './session-cookies.ts';
import type { Tickets } from './tickets.ts';
import type { WebApp } from './web-app.ts';

/** Milliseconds: the last use of a session is written down no more often. */
const usesApart = 60_000;

interface Needs {
  db: Kysely<Tables>;
  rights: RememberedRights;
  cookies: SessionCookies;
  /** Without any use an official's session ends after so long. */
  idleMinutes: number;
}

/** Whoever brings a ticket for what is asked need not be looked up. */
export async function readTickets(app: WebApp, tickets: Tickets): Promise<void> {
  await app.register(cookie);
  app.decorateRequest('ticketed', false);
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.access === 'ticket') request.ticketed = tickets.admit(request);
  });
}

/** Puts the viewer on every other request to the API, from memory or at one query a cookie. */
export function readSessions(app: WebApp, { db, rights, cookies, idleMinutes }: Needs): void {
  app.decorateRequest('viewer');
  app.decorateRequest('sessionHashes');
  const findActing = async (hash: string, attended: boolean) => {
    const official = await findOfficial(db, hash, idleMinutes);
    if (official && attended) await noteUse(db, official.session);
    return official;
  };
  const find = async (request: FastifyRequest, only?: Door) => {
    const hashOf = (door: Door) => {
      const token = only === undefined || only === door ? cookies.read(request, door) : undefined;
      return token ? hashToken(token) : null;
    };
    const [official, member] = [hashOf('official'), hashOf('member')];
    request.sessionHashes = [official, member].filter((hash) => hash !== null);
    const attended = !request.routeOptions.config.unattended;
    const found = official === null ? null : await rights.remember(official, () => findActing(official, attended));
    request.viewer = {
      official: found && { ...found, network: networkOf(request.ip) },
      member: member === null ? null : await rights.remember(member, () => findMember(db, member, todayInJapan())),
    };
    return request.viewer;
  };
  app.decorateRequest('findViewer');
  app.addHook('onRequest', async (request) => {
    request.viewer = anyone;
    request.sessionHashes = [];
    request.findViewer = (door) => find(request, door);
    if (!request.routeOptions.url?.startsWith('/api/') || request.ticketed) return;
    const door = request.headers[doorHeader];
    await find(request, door === 'official' || door === 'member' ? door : undefined);
  });
  // before the answer leaves, so that whoever has it finds it so; other processes hear it from the database
  app.addHook('onSend', async (request) => {
    const { access } = request.routeOptions.config;
    if (request.method !== 'GET' && (access === 'official' || access === 'administrator')) rights.forgetEntries();
  });
}

async function noteUse(db: Kysely<Tables>, { id, lastUsedAt }: OfficialSession): Promise<void> {
  const now = new Date();
  if (now.getTime() - lastUsedAt.getTime() < usesApart) return;
  // where nothing can be written, a full disk, reading goes on
  await db
    .updateTable('session')
    .set({ last_used_at: now })
    .where('id', '=', id)
    .execute()
    .catch(() => undefined);
}

declare module 'fastify' {
  interface FastifyRequest {
    viewer: Viewer;
    /** Of the sessions that the viewer was found by. */
    sessionHashes: string[];
    /** A ticket says that this revision may be read: nobody else was asked. */
    ticketed: boolean;
    /** For addresses outside the API: who asks, by one of the doors. */
    findViewer: (door?: Door) => Promise<Viewer>;
  }
}
