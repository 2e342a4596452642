import Bowser from 'bowser';
import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { newToken } from '../http/session-cookies.ts';

/** How long an official's session holds at most. */
export interface SessionLength {
  readonly hours: number;
  /** Without any use. */
  readonly idleMinutes: number;
}

/** What sessions begin on. */
export interface Beginning {
  readonly hours: number;
  readonly device: string;
  /** Where it begins (networkOf), for the audit trail. */
  readonly network: string;
}

/** A new session, whose holder has just shown who they are. */
export async function beginOfficialSession(
  db: Kysely<Tables>,
  officialId: number,
  { hours, device }: Omit<Beginning, 'network'>,
) {
  const { token, tokenHash } = newToken();
  const expires = new Date(Date.now() + hours * 3600_000);
  await db
    .insertInto('session')
    .values({ official_id: officialId, notice_id: null, token_hash: tokenHash, expires_at: expires, device })
    .execute();
  return { token, tokenHash, expires };
}

/** Ends the sessions of an official; `but` stays. */
export async function endSessions(db: Kysely<Tables>, officialId: number, but?: number): Promise<void> {
  await db
    .deleteFrom('session')
    .where('official_id', '=', officialId)
    .$if(but !== undefined, (query) => query.where('id', '!=', but!))
    .execute();
}

/** What the browser says of itself, for a person to know it again: Windows・Chrome, iPad・Safari. '' where it says nothing. */
export function deviceOf(request: FastifyRequest): string {
  const agent = request.headers['user-agent'];
  if (!agent) return '';
  const { os, browser, platform } = Bowser.parse(agent.slice(0, 500));
  const machine = platform.model ?? os.name;
  return [machine, browser.name]
    .filter((name) => name)
    .join('・')
    .slice(0, 80);
}
