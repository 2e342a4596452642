import { expect, test } from 'vitest';
import { warmThread } from '../../../server/jobs/warm-thread.ts';

interface Answer {
  question: string;
  threadId: number;
}
const module = new URL('./echo-thread.ts', import.meta.url);
const thread = (idle = 60_000) => warmThread<string, Answer>(module, { memory: 64, idle });
const never = new AbortController().signal;

test('questions one after another are answered by one thread, two at once by two', async () => {
  const ask = thread();
  const first = await ask('a', never);
  expect(await ask('b', never)).toEqual({ question: 'b', threadId: first.threadId });
  const both = await Promise.all([ask('c', never), ask('d', never)]);
  expect(both.map(({ question }) => question)).toEqual(['c', 'd']);
  expect(new Set(both.map(({ threadId }) => threadId)).size).toBe(2);
});

test('a thread in which something is thrown, or that was aborted, is not asked again', async () => {
  const ask = thread();
  const { threadId } = await ask('a', never);
  await expect(ask('throw', never)).rejects.toThrow('as asked');
  const next = await ask('b', never);
  expect(next.threadId).not.toBe(threadId);
  const abort = new AbortController();
  const hanging = ask('hang', abort.signal);
  abort.abort(new Error('enough'));
  await expect(hanging).rejects.toThrow('enough');
  expect((await ask('c', never)).threadId).not.toBe(next.threadId);
});

test('a thread that nobody asks is let go', async () => {
  const ask = thread(0);
  const { threadId } = await ask('a', never);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await ask('b', never)).threadId).not.toBe(threadId);
});
