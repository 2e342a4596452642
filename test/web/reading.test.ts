import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ClientError, offlineError } from '../../web/client/client-error.ts';
import { Reading } from '../../web/client/reading.ts';
import { drawnHost } from './drawn-host.ts';

/** A portal whose answers are given by hand, in any order. */
function portal() {
  const asked: { signal: AbortSignal; answer(value: string): void; refuse(error: unknown): void }[] = [];
  const read = (signal: AbortSignal) =>
    new Promise<string>((answer, refuse) => {
      asked.push({ signal, answer, refuse });
    });
  return { asked, read };
}

describe('reading from the portal', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('the newest call wins, and the earlier one is broken off', async () => {
    const { asked, read } = portal();
    const reading = new Reading<string>(drawnHost(), { read });
    const both = [reading.load(), reading.load()];
    asked[1]!.answer('new');
    asked[0]!.answer('old');
    await Promise.all(both);
    expect(asked[0]!.signal.aborted).toBe(true);
    expect(reading.value).toBe('new');
  });

  test('what was read stays when the line breaks, and the next answer takes the failure away', async () => {
    const { asked, read } = portal();
    const reading = new Reading<string>(drawnHost(), { read });
    const first = reading.load();
    asked[0]!.answer('here');
    await first;
    const second = reading.load();
    asked[1]!.refuse(offlineError());
    await second;
    expect([reading.value, reading.failure?.code]).toEqual(['here', 'offline']);
    const third = reading.load();
    asked[2]!.answer('here again');
    await third;
    expect([reading.value, reading.failure]).toEqual(['here again', null]);
  });

  test('reads on while more is to come, also after a failure, and ends with its host', async () => {
    const { asked, read } = portal();
    const host = drawnHost();
    const reading = new Reading<string>(host, { read, again: (value) => (value === 'whole' ? null : 1000) });
    const first = reading.load();
    asked[0]!.answer('half');
    await first;
    await vi.advanceTimersByTimeAsync(1000);
    asked[1]!.refuse(offlineError());
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(3);
    host.disconnect();
    expect(asked[2]!.signal.aborted).toBe(true);
    asked[2]!.answer('half');
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked).toHaveLength(3);
  });

  test('the whole is not read again', async () => {
    const { asked, read } = portal();
    const reading = new Reading<string>(drawnHost(), { read, again: (value) => (value === 'whole' ? null : 1000) });
    const first = reading.load();
    asked[0]!.answer('whole');
    await first;
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked).toHaveLength(1);
  });

  test('a failure that is settled otherwise shows nothing', async () => {
    const { asked, read } = portal();
    const reading = new Reading<string>(drawnHost(), { read, settles: ({ code }) => code === 'not_signed_in' });
    const first = reading.load();
    asked[0]!.refuse(new ClientError('not_signed_in', '', 401));
    await first;
    expect(reading.failure).toBeNull();
  });
});
