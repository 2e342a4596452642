import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askInTurn, onCrowd } from '../../web/client/crowd.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const refusal = (code: string) => () =>
  new Response(JSON.stringify({ error: { code, message: '…' } }), { status: 503, headers: { 'retry-after': '2' } });
const done = () => new Response('{"done":true}');

/** Asks a portal that gives these answers in turn. Resolves with the last status and how many times it was asked. */
async function asked(answers: readonly (() => Response)[], changes: boolean): Promise<[number, number]> {
  let count = 0;
  const answer = askInTurn(async () => answers[count++]!(), { changes });
  await vi.runAllTimersAsync();
  return [(await answer).status, count];
}

test('what reads and what changes is asked again where nobody was let in', async () => {
  const crowd = [refusal('overloaded'), refusal('overloaded'), done];
  expect(await asked(crowd, false)).toEqual([200, 3]);
  expect(await asked(crowd, true)).toEqual([200, 3]);
});

test('a change that met an outage may have been done, and is not sent twice; what reads comes again', async () => {
  const outage = [refusal('database_unavailable'), done];
  expect(await asked(outage, true)).toEqual([503, 1]);
  expect(await asked(outage, false)).toEqual([200, 2]);
});

test('in the end a person is told, and that somebody waits is told meanwhile', async () => {
  const told: boolean[] = [];
  const stop = onCrowd((crowded) => told.push(crowded));
  const [status, count] = await asked(Array(100).fill(refusal('overloaded')), true);
  stop();
  expect([status, count > 5 && count < 20]).toEqual([503, true]);
  expect(told).toEqual([false, true, false]);
});

test('who goes away asks no more', async () => {
  const leaving = new AbortController();
  let count = 0;
  const answer = askInTurn(
    async () => {
      count += 1;
      return refusal('overloaded')();
    },
    { signal: leaving.signal, changes: true },
  );
  const ended = expect(answer).rejects.toThrow('aborted');
  await vi.advanceTimersByTimeAsync(100);
  leaving.abort();
  await vi.runAllTimersAsync();
  await ended;
  expect(count).toBe(1);
});
