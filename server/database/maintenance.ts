import type pg from 'pg';

const minute = 60_000;

/**
 * What a PostgreSQL server does by itself and the embedded one does not: a checkpoint every 5 minutes and VACUUM ANALYZE
 * every hour, each only after something was written. Returns a function that stops it.
 */
export function startMaintenance(pool: pg.Pool, syncs: () => number, onError: (error: unknown) => void): () => void {
  const every = (interval: number, statement: string) => {
    let seen = syncs();
    return setInterval(() => {
      if (syncs() === seen) return;
      pool
        .query(statement)
        .catch(onError)
        .finally(() => {
          seen = syncs();
        });
    }, interval).unref();
  };
  const timers = [every(5 * minute, 'checkpoint'), every(60 * minute, 'vacuum (analyze)')];
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
