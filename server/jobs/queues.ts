import type { ConstructorOptions, PgBoss, WorkOptions } from 'pg-boss';
import type { Database } from '../database/connection.ts';

/** pg-boss's smallest: a job without a sign of life for so long belonged to a process that died. */
const heartbeatSeconds = 10;
/** How often such jobs are looked for. */
const superviseIntervalSeconds = 2;
const keepCompletedSeconds = 24 * 60 * 60;

export const failedQueue = (name: string) => `${name}.failed`;

/** Milliseconds a statement of the queue's own may take. */
const queryTimeout = 10_000;

/** Connections of its own, one of them listening. */
export function bossOptions({ url }: Database): ConstructorOptions {
  const impatient = new URL(url);
  impatient.searchParams.set('query_timeout', String(queryTimeout));
  return {
    connectionString: impatient.href,
    max: 3,
    useListenNotify: true,
    schedule: false,
    registerInstance: false,
    superviseIntervalSeconds,
    monitorIntervalSeconds: superviseIntervalSeconds,
  };
}

/** Polling is only for what nobody announces: a retry that falls due, a job of a process that died. */
export const polling: WorkOptions = { pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 2 };

export interface QueueLimits {
  deadlineSeconds: number;
  retryLimit: number;
}

/** Creates or updates the queue of a kind of job and the one that its hopeless jobs go to. */
export async function createQueues(boss: PgBoss, name: string, limits: QueueLimits): Promise<void> {
  const kept = { deleteAfterSeconds: keepCompletedSeconds, notify: true, heartbeatSeconds };
  const failed = { ...kept, expireInSeconds: 60, retryLimit: 5, retryDelay: 1, retryBackoff: true };
  await boss.createQueue(failedQueue(name), failed);
  await boss.updateQueue(failedQueue(name), failed);
  const queue = {
    ...kept,
    expireInSeconds: limits.deadlineSeconds,
    retryLimit: limits.retryLimit,
    retryDelay: 1,
    deadLetter: failedQueue(name),
  };
  // "short": at most one job waits for each singletonKey.
  await boss.createQueue(name, { ...queue, policy: 'short' });
  await boss.updateQueue(name, queue);
}
