import { refusal } from './client-error.ts';

/** Seconds between two tries where the portal names none, and at most. */
const apart = { unnamed: 3, longest: 20 };
/** Tries after which it is no crowd but something that a person should know of: some two minutes. */
const mostTries = 12;

let waiting = 0;
const listeners = new Set<(crowded: boolean) => void>();

/** Tells whether anything waits for its turn now, and of every change; returns what stops it. */
export function onCrowd(listener: (crowded: boolean) => void): () => void {
  listeners.add(listener);
  listener(waiting > 0);
  return () => listeners.delete(listener);
}

interface Waiting {
  readonly signal?: AbortSignal | undefined;
  /** What is asked for changes something: it is sent again only where the portal says that it was not begun. */
  readonly changes?: boolean;
}

/**
 * Asks again while the portal answers 503 because too many ask at once (Retry-After is then given): after as long as it
 * says, longer with every try, and drawn apart so that those who were sent away do not come back all at once. Resolves with
 * the first other answer. Rejects as `ask` does, and with an AbortError when `signal` ends the wait.
 */
export async function askInTurn(
  ask: () => Promise<Response>,
  { signal, changes = false }: Waiting = {},
): Promise<Response> {
  const maySendAgain = async (answer: Response) => isCrowded(answer) && (!changes || (await isUnbegun(answer)));
  let response = await ask();
  if (!(await maySendAgain(response))) return response;
  count(1);
  try {
    for (let tries = 0; tries < mostTries && (await maySendAgain(response)); tries += 1) {
      await pause(secondsTo(response, tries), signal);
      response = await ask();
    }
    return response;
  } finally {
    count(-1);
  }
}

/** A picture did not come: resolves true once it will, after waiting in a crowd; false where it is something else. */
export async function awaitPicture(url: string): Promise<boolean> {
  const response = await askInTurn(() => fetch(url)).catch(() => null);
  return response?.ok ?? false;
}

const isCrowded = ({ status, headers }: Response) => status === 503 && headers.has('retry-after');

/** Refused at the door; the same answer in an outage may tell of what was done. */
async function isUnbegun(response: Response): Promise<boolean> {
  const text = await response
    .clone()
    .text()
    .catch(() => '');
  return refusal(response.status, text).code === 'overloaded';
}

function secondsTo({ headers }: Response, tries: number): number {
  const named = Number(headers.get('retry-after')) || apart.unnamed;
  return Math.min(apart.longest, named * 1.3 ** tries) * (1 + Math.random() / 2);
}

function count(step: 1 | -1): void {
  waiting += step;
  for (const listener of listeners) listener(waiting > 0);
}

function pause(seconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      reject(new DOMException('aborted', 'AbortError'));
    };
    if (signal?.aborted) return reject(new DOMException('aborted', 'AbortError'));
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', end);
      resolve();
    }, seconds * 1000);
    signal?.addEventListener('abort', end, { once: true });
  });
}
