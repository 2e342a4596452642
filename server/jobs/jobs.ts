import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { fromKysely, PgBoss, type WorkOptions } from 'pg-boss';
import type { Database } from '../database/connection.ts';
import type { Tables } from '../database/tables.ts';
import { bossOptions, createQueues, failedQueue, polling } from './queues.ts';

/** A name and the data (JSON) of each kind of job. */
export type Payloads = Record<string, object>;

export interface Job<Data> {
  id: string;
  data: Data;
  /** 1 for the first attempt. */
  attempt: number;
  /** Aborted at the deadline and when the server stops: stop the work, end the child process, and throw. */
  signal: AbortSignal;
}

/**
 * How one kind of job is done. `handler` may run twice for one job, even twice at the same time (a server killed or
 * stalled in the middle), so what it writes must come out the same the second time: commit its effect in one
 * transaction that first checks that the work is still wanted. Throwing means: try again.
 */
export interface JobHandler<Data, All extends Payloads> {
  handler(job: Job<Data>, enqueue: Enqueue<All>): Promise<void>;
  /** Called, at least once, after the last attempt failed, also when its process died: the place to tell the person. */
  failed?(data: Data): Promise<void>;
  /** How many at once in this process. */
  concurrency: number;
  deadlineSeconds: number;
  /** Further attempts after the first. */
  retryLimit: number;
}

export interface EnqueueOptions {
  /** The job exists only if this transaction commits, and starts no earlier. */
  transaction?: Transaction<Tables>;
  /** A second job of this name and key that would wait beside the first is not added. */
  singletonKey?: string;
  /** The job begins no earlier than so many seconds from now. */
  afterSeconds?: number;
  /** Higher goes first; 0 by default. */
  priority?: number;
}

/** Adds a job; returns its id, or null where one with the same singletonKey is already waiting. */
export type Enqueue<All extends Payloads> = (...job: JobArguments<All>) => Promise<string | null>;

/** A union over the names, so that a queue of many kinds of jobs serves whoever knows of some of them. */
type JobArguments<All extends Payloads> = {
  [Name in keyof All & string]: [name: Name, data: All[Name], options?: EnqueueOptions];
}[keyof All & string];

export interface Jobs<All extends Payloads> {
  enqueue: Enqueue<All>;
  /** How many wait. Rejects where the database does not answer within seconds. */
  waiting(): Promise<number>;
  /** Takes no new job, waits for those in flight; past the deadline they are aborted and will be tried again. */
  stop(deadlineSeconds?: number): Promise<void>;
}

export interface JobsOptions<All extends Payloads> {
  database: Database;
  handlers: { [Name in keyof All & string]: JobHandler<All[Name], All> };
  /** Told of every attempt that failed and of every error of the queue itself. */
  onError?: (error: unknown, job?: { name: string; id: string }) => void;
}

/** Starts the queue and its workers. A free worker starts a new job at once; a job whose process was killed is taken up
 * again 10 to 15 seconds later. Stop it before the database is closed. */
export async function startJobs<All extends Payloads>(options: JobsOptions<All>): Promise<Jobs<All>> {
  const { database, handlers, onError = console.error } = options;
  const boss = new PgBoss(bossOptions(database));
  boss.on('error', (error) => onError(error));
  await boss.start();
  const workers = new Map<string, string[]>();
  const wake = (name: string) => {
    for (const worker of workers.get(name) ?? []) boss.notifyWorker(worker);
  };

  const enqueue: Enqueue<All> = async (...[name, data, options = {}]) => {
    const { transaction, singletonKey = randomUUID(), priority = 0, afterSeconds = 0 } = options;
    const id = await boss.send(name, data, {
      singletonKey,
      priority,
      startAfter: afterSeconds,
      ...(transaction ? { db: fromKysely(transaction) } : {}),
    });
    // Within a transaction the notification that pg-boss sends at the commit wakes the workers of every process.
    if (!transaction) wake(name);
    return id;
  };

  const names = Object.keys(handlers) as (keyof All & string)[];
  for (const name of names) await createQueues(boss, name, handlers[name]);
  for (const name of names) {
    const { handler, failed, concurrency } = handlers[name];
    workers.set(name, []);
    for (let count = 0; count < concurrency; count += 1) {
      await startWorker<All[typeof name]>(name, (job) => handler(job, enqueue));
    }
    if (failed) await startWorker<All[typeof name]>(failedQueue(name), (job) => failed(job.data));
  }

  async function startWorker<Data>(name: string, run: (job: Job<Data>) => Promise<void>): Promise<void> {
    const id = await boss.work<Data, void, WorkOptions>(name, polling, async ([job]) => {
      if (!job) return;
      try {
        await run({ id: job.id, data: job.data, attempt: job.retryCount + 1, signal: job.signal });
      } catch (error) {
        onError(error, { name, id: job.id });
        throw error;
      } finally {
        // Else the worker would sleep until its next poll although more jobs wait.
        boss.notifyWorker(id);
      }
    });
    workers.set(name, [...(workers.get(name) ?? []), id]);
  }

  const waiting = async () => {
    const { rows } = await database.pool.query<{ count: number }>(
      "select count(*)::int as count from pgboss.job where state < 'active' and start_after <= now()",
    );
    return rows[0]?.count ?? 0;
  };
  return {
    enqueue,
    waiting,
    stop: (deadlineSeconds = 5) => boss.stop({ graceful: true, timeout: deadlineSeconds * 1000 }),
  };
}
