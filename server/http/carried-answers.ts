import type { FastifyReply, FastifyRequest } from 'fastify';
import { parse } from 'regexparam';
import { carriedAnswers } from '../../contract/carried-answers.ts';
import { type Door, doorHeader } from './session-cookies.ts';
import type { WebApp } from './web-app.ts';

/** An answer of the API under the path by which the screen asks for it; `body` is its JSON. */
export interface CarriedAnswer {
  readonly path: string;
  readonly body: string;
}

/** Milliseconds. */
const longestWait = 700;

const screens = Object.entries(carriedAnswers).map(([pattern, answer]) => ({ ...parse(pattern), answer }));

/** The API path that the screen at this address asks for first; null for screens that carry nothing. */
export function carriedPath({ pathname, searchParams }: URL): string | null {
  for (const { pattern, keys, answer } of screens) {
    const values = pattern.exec(pathname)?.slice(1);
    const params = Object.fromEntries(keys.map((key, index) => [key, values?.[index] ?? '']));
    if (values?.every((value) => value === undefined || /^\d+$/.test(value))) return answer(params, searchParams);
  }
  return null;
}

/**
 * What the screen at this address would ask for first, so that its page brings it along: one way over the line instead of
 * two. Each is asked of its own route, as the browser would ask, by the session's cookies and under all rules of access;
 * what is refused is not carried. `doors`: for whom the browser holds a session, the first to be asked for first.
 */
export async function carryAnswers(
  app: WebApp,
  request: FastifyRequest,
  reply: FastifyReply,
  doors: readonly Door[],
): Promise<CarriedAnswer[]> {
  const url = new URL(request.url, 'http://localhost');
  const { searchParams } = url;
  const path = carriedPath(url);
  if (path === null || doors.length === 0) return [];
  const asked = searchParams.has('preview') ? doors.filter((door) => door === 'official') : doors;
  const answers = Promise.all([ask(app, request, '/api/session'), askAtDoors(app, request, path, asked)]);
  const [session, answer] = (await inTime(answers)) ?? [];
  // the ticket that goes with a document
  for (const cookie of [answer?.headers['set-cookie'] ?? []].flat()) reply.header('set-cookie', cookie);
  return [
    ...(session?.statusCode === 200 ? [{ path: '/api/session', body: session.body }] : []),
    ...(answer?.statusCode === 200 ? [{ path, body: answer.body }] : []),
  ];
}

/** Null where it takes so long that the page goes without: it says by itself what it waits for. */
function inTime<T>(answers: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, longestWait, null);
  });
  return Promise.race([answers, late]).finally(() => clearTimeout(timer));
}

/** As the browser does it: for the member, and for the official where there is no member. */
async function askAtDoors(app: WebApp, request: FastifyRequest, path: string, doors: readonly Door[]) {
  for (const door of doors) {
    const answer = await ask(app, request, path, door);
    if (answer.statusCode !== 401) return answer;
  }
  return null;
}

function ask(app: WebApp, { headers: { cookie }, ip }: FastifyRequest, url: string, door?: Door) {
  return app.inject({
    ...{ method: 'GET', url, remoteAddress: ip },
    headers: { ...(cookie !== undefined && { cookie }), ...(door !== undefined && { [doorHeader]: door }) },
  });
}
