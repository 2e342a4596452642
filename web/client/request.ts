import { takeCarried } from './carried.ts';
import { type ClientError, offlineError, refusal } from './client-error.ts';
import { askInTurn } from './crowd.ts';
import { type Door, doorHeader, doorOf, noteMember } from './door.ts';
import { admittedAfter } from './gate.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface RequestOptions {
  readonly signal?: AbortSignal;
  /** Lets the request finish although the page is being left; bodies up to 64 KiB. */
  readonly keepalive?: boolean;
}

const early = new Map<string, Asked & { readonly until: number }>();
/** An answer that nobody has taken for so long is asked for anew. */
const freshMilliseconds = 5_000;

interface Asked {
  readonly door: Door;
  readonly answer: Promise<Response>;
}

/**
 * Starts a GET before anyone asks for it, or takes what came with the page; the first `get` of the same path takes its
 * answer while that is fresh. Resolves with a copy of it.
 */
export function startEarly(path: string, fresh = freshMilliseconds): Promise<Response> {
  const started = takeStarted(path);
  const carried = started ? null : takeCarried(path);
  const door = doorOf(location);
  const asked = started ?? {
    ...(carried ? { door, answer: Promise.resolve(carried) } : ask('GET', path, undefined, {}, door)),
    until: performance.now() + fresh,
  };
  early.set(path, asked);
  asked.answer.catch(() => early.delete(path));
  return asked.answer.then((response) => response.clone());
}

/** The session is over: nothing that was asked for in it is shown after it. */
export function forgetEarly(): void {
  early.clear();
}

/** What was started and is still fresh; the next to ask asks anew. */
function takeStarted(path: string) {
  const started = early.get(path);
  early.delete(path);
  return started && performance.now() < started.until ? started : null;
}

/** Rejects with a ClientError for every refusal and broken line, and with the browser's AbortError when aborted. */
export function get<T>(path: string, options: RequestOptions = {}): Promise<T> {
  return json<T>('GET', path, undefined, options);
}

export function post<T>(path: string, body?: unknown, options: RequestOptions = {}): Promise<T> {
  return json<T>('POST', path, body, options);
}

export function put<T>(path: string, body?: unknown, options: RequestOptions = {}): Promise<T> {
  return json<T>('PUT', path, body, options);
}

/** DELETE, which JavaScript keeps as a word of its own. */
export function remove<T>(path: string, options: RequestOptions = {}): Promise<T> {
  return json<T>('DELETE', path, undefined, options);
}

/** GET whose answer is a file that may be refused: a list in Shift_JIS. */
export async function getForBlob(path: string): Promise<Blob> {
  const response = await send('GET', path, undefined, {});
  return response.blob();
}

/** POST whose answer is a file: the letters. */
export async function postForBlob(path: string, body: unknown): Promise<Blob> {
  const response = await send('POST', path, body, {});
  return response.blob();
}

async function json<T>(method: Method, path: string, body: unknown, options: RequestOptions): Promise<T> {
  const response = await send(method, path, body, options);
  try {
    return (await response.json()) as T;
  } catch (error) {
    if (isAbort(error)) throw error;
    throw refusal(response.status, '');
  }
}

async function send(method: Method, path: string, body: unknown, options: RequestOptions): Promise<Response> {
  const started = takeStarted(path);
  const asked = method === 'GET' && started ? started : ask(method, path, body, options, doorOf(location));
  const answer = await settle(asked.answer);
  // what was asked for early tells of before: where somebody read, what they answered
  if (method !== 'GET') early.clear();
  if (!(answer instanceof Response) && asked.door === 'member' && answer.code === 'not_signed_in') {
    noteMember(false);
    return succeed(await settle(ask(method, path, body, options, 'official').answer));
  }
  if (!(answer instanceof Response) && asked.door === 'official' && (await admittedAfter(answer, path)))
    return succeed(await settle(ask(method, path, body, options, 'official').answer));
  return succeed(answer);
}

function succeed(answer: Response | ClientError): Response {
  if (answer instanceof Response) return answer;
  throw answer;
}

/** The answer, or the refusal it is; throws where there was no answer at all. */
async function settle(request: Promise<Response>): Promise<Response | ClientError> {
  const response = await request.catch((error: unknown) => {
    throw isAbort(error) ? error : offlineError();
  });
  return response.ok ? response : refusal(response.status, await response.text().catch(() => ''));
}

function ask(method: Method, path: string, body: unknown, options: RequestOptions, door: Door): Asked {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  // Who this browser is concerns both doors.
  if (path !== '/api/session') headers[doorHeader] = door;
  const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }), ...options };
  const answer = askInTurn(() => fetch(path, init), { signal: options.signal, changes: method !== 'GET' });
  return { door, answer };
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
