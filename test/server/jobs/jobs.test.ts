import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type JobHandler, type Jobs, type JobsOptions, startJobs } from '../../../server/jobs/jobs.ts';
import { describeWithDatabase } from '../../database.ts';

type Numbers = { first: { number: number }; second: { number: number } };
type Handler = JobHandler<{ number: number }, Numbers>;

const handled = (handler: Handler['handler'], rest: Partial<Handler> = {}): Handler => ({
  handler,
  concurrency: 1,
  deadlineSeconds: 30,
  retryLimit: 0,
  ...rest,
});
const nothing = handled(async () => {});
const committee = { name: '懇談会', department: '', phone: '' };

describeWithDatabase('jobs', (database) => {
  async function withJobs(
    handlers: Partial<JobsOptions<Numbers>['handlers']>,
    body: (jobs: Jobs<Numbers>) => Promise<void>,
  ) {
    const all = { first: nothing, second: nothing, ...handlers };
    const jobs = await startJobs<Numbers>({ database: database(), handlers: all, onError: () => {} });
    try {
      await body(jobs);
    } finally {
      await jobs.stop();
    }
  }

  test('start at once, also while another queue is full', async () => {
    const started = new Map<number, number>();
    const first = handled(async ({ data }) => void started.set(data.number, performance.now()));
    const second = handled(() => wait(20));
    await withJobs({ first, second }, async (jobs) => {
      for (let number = 0; number < 40; number += 1) await jobs.enqueue('second', { number });
      const latencies: number[] = [];
      for (let number = 0; number < 20; number += 1) {
        const committed = await database()
          .db.transaction()
          .execute(async (transaction) => {
            await jobs.enqueue('first', { number }, { transaction });
            return () => performance.now();
          });
        const sent = committed();
        await expect.poll(() => started.has(number), { interval: 1 }).toBe(true);
        latencies.push(started.get(number)! - sent);
        await wait(number * 5);
      }
      latencies.sort((a, b) => a - b);
      console.log(`job latency p50 ${latencies[10]!.toFixed(1)} ms, max ${latencies[19]!.toFixed(1)} ms`);
    });
  });

  test('exist only if their transaction commits, and see what it wrote', async () => {
    const seen: (number | undefined)[] = [];
    const first = handled(async ({ data }) => {
      const found = await database().db.selectFrom('committee').select('id').where('id', '=', data.number).execute();
      seen.push(found[0]?.id);
    });
    await withJobs({ first }, async (jobs) => {
      const write = (fail: boolean) =>
        database()
          .db.transaction()
          .execute(async (trx) => {
            const { id } = await trx
              .insertInto('committee')
              .values(committee)
              .returning('id')
              .executeTakeFirstOrThrow();
            await jobs.enqueue('first', { number: id }, { transaction: trx });
            await wait(50);
            if (fail) throw new Error('roll back');
            return id;
          });
      await expect(write(true)).rejects.toThrow('roll back');
      const id = await write(false);
      await expect.poll(() => seen).toEqual([id]);
    });
  });

  test('of one key wait once, and higher priority goes first', async () => {
    const order: number[] = [];
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const first = handled(async ({ data }) => {
      order.push(data.number);
      await gate;
    });
    await withJobs({ first }, async (jobs) => {
      await jobs.enqueue('first', { number: 0 });
      await expect.poll(() => order).toEqual([0]);
      expect(await jobs.enqueue('first', { number: 1 }, { singletonKey: 'a' })).toEqual(expect.any(String));
      expect(await jobs.enqueue('first', { number: 2 }, { singletonKey: 'a' })).toBeNull();
      await jobs.enqueue('first', { number: 3 }, { priority: 5 });
      open();
      await expect.poll(() => order).toEqual([0, 3, 1]);
    });
  });

  test('are tried again, and after the last attempt given to failed', async () => {
    const attempts: number[] = [];
    const failures: number[] = [];
    const first = handled(
      async ({ attempt }) => {
        attempts.push(attempt);
        throw new Error('no');
      },
      { retryLimit: 1, failed: async ({ number }) => void failures.push(number) },
    );
    await withJobs({ first }, async (jobs) => {
      await jobs.enqueue('first', { number: 9 });
      await expect.poll(() => failures).toEqual([9]);
      expect(attempts).toEqual([1, 2]);
    });
  });

  test('may enqueue others, and past their deadline are aborted', async () => {
    const seen: string[] = [];
    const first = handled(async (_job, enqueue) => void (await enqueue('second', { number: 1 })));
    const second = handled(
      async ({ signal }) => {
        await wait(20_000, undefined, { signal }).catch(() => seen.push('aborted'));
      },
      { deadlineSeconds: 1 },
    );
    await withJobs({ first, second }, async (jobs) => {
      await jobs.enqueue('first', { number: 0 });
      await expect.poll(() => seen).toEqual(['aborted']);
    });
  });

  test('in flight are finished by stop', async () => {
    const seen: string[] = [];
    const first = handled(async () => {
      seen.push('started');
      await wait(700);
      seen.push('finished');
    });
    await withJobs({ first }, async (jobs) => {
      await jobs.enqueue('first', { number: 0 });
      await expect.poll(() => seen, { interval: 5 }).toEqual(['started']);
    });
    expect(seen).toEqual(['started', 'finished']);
  });
});
