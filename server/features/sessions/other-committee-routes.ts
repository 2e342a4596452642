import type { Kysely } from 'kysely';
import { Done } from '../../../contract/fields.ts';
import { CommitteeChoice, OpenedByCode, OtherCommittees } from '../../../contract/sessions.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import type { RememberedRights } from '../../access/remembered-rights.ts';
import type { Tables } from '../../database/tables.ts';
import { hashToken, type SessionCookies } from '../../http/session-cookies.ts';
import type { Tickets } from '../../http/tickets.ts';
import type { WebApp } from '../../http/web-app.ts';
import { describeOther, findHeld, keepOthers } from './other-committees.ts';
import { deleteSession } from './queries.ts';

interface Needs {
  db: Kysely<Tables>;
  cookies: SessionCookies;
  rights: RememberedRights;
  tickets: Tickets;
}

const anyone = { access: 'anyone' as const };

/** 「ほかの会議」: the committees whose letters were opened on this device; each is told only to the browser that holds it. */
export function registerOtherCommittees(app: WebApp, { db, cookies, rights, tickets }: Needs): void {
  app.get(
    '/api/session/others',
    { config: anyone, schema: { response: { 200: OtherCommittees } } },
    async (request) => {
      const held = await findHeld(db, cookies, request);
      const current = cookies.read(request, 'member');
      return { committees: held.filter(({ token }) => token !== current).map(describeOther) };
    },
  );

  app.post(
    '/api/session/others',
    { config: anyone, schema: { body: CommitteeChoice, response: { 200: OpenedByCode } } },
    async (request, reply) => {
      const held = await findHeld(db, cookies, request);
      const chosen = held.find(({ member }) => member.committeeId === request.body.committeeId);
      if (!chosen) throw new DomainError('not_found');
      cookies.set(reply, 'member', { token: chosen.token, expires: cookies.longest() });
      keepOthers(cookies, request, reply, held, chosen.member.committeeId);
      tickets.clear(reply);
      return { meetingId: chosen.member.meetingId };
    },
  );

  app.delete(
    '/api/session/others',
    { config: anyone, schema: { querystring: CommitteeChoice, response: { 200: Done } } },
    async (request, reply) => {
      const held = await findHeld(db, cookies, request);
      const current = cookies.read(request, 'member');
      const forgotten = held.find(
        ({ token, member }) => token !== current && member.committeeId === request.query.committeeId,
      );
      if (!forgotten) throw new DomainError('not_found');
      await deleteSession(db, hashToken(forgotten.token));
      rights.forget(hashToken(forgotten.token));
      const speaking = held.find(({ token }) => token === current)?.member.committeeId ?? null;
      keepOthers(
        cookies,
        request,
        reply,
        held.filter((one) => one !== forgotten),
        speaking,
      );
      return { done: true as const };
    },
  );
}
