import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely, type Transaction, type TransactionBuilder } from 'kysely';
import pg from 'pg';

const nested =
  'a query outside the open transaction was made inside it: the embedded database has one connection, so it would wait for itself. Pass the transaction (trx) on instead of db.';

interface Scope {
  inTransaction: boolean;
}

const scope = new AsyncLocalStorage<Scope>();

type ConnectCallback = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  release: (release?: boolean | Error) => void,
) => void;

/**
 * A pool whose one connection is the database itself. It refuses at once, with a sentence, what would otherwise wait
 * for itself, and it keeps its connection after a failed query, where a pool would open another: the failed
 * transaction is rolled back instead.
 */
export class SingleConnectionPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: ConnectCallback): void;
  override connect(callback?: ConnectCallback): Promise<pg.PoolClient> | undefined {
    const connected = scope.getStore()?.inTransaction
      ? Promise.reject(new Error(nested))
      : super.connect().then(keptAfterFailure);
    if (!callback) return connected;
    connected.then(
      (client) => callback(undefined, client, client.release),
      (error) => callback(error, undefined, () => {}),
    );
    return undefined;
  }
}

function keptAfterFailure(client: pg.PoolClient): pg.PoolClient {
  const release = client.release;
  client.release = (failure) => {
    if (!failure) return release();
    client.query('rollback').then(
      () => release(),
      (error) => release(error),
    );
  };
  return client;
}

/** Kysely whose `transaction()` marks everything called inside it, for SingleConnectionPool to see. */
export class SingleConnectionKysely<Tables> extends Kysely<Tables> {
  override transaction(): TransactionBuilder<Tables> {
    return marking(super.transaction());
  }
}

function marking<Tables>(builder: TransactionBuilder<Tables>): TransactionBuilder<Tables> {
  const { execute, setAccessMode, setIsolationLevel } = builder;
  return Object.assign(builder, {
    setAccessMode: (...mode: Parameters<typeof setAccessMode>) => marking(setAccessMode.apply(builder, mode)),
    setIsolationLevel: (...level: Parameters<typeof setIsolationLevel>) =>
      marking(setIsolationLevel.apply(builder, level)),
    execute<T>(callback: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
      const here: Scope = { inTransaction: false };
      const marked = async (trx: Transaction<Tables>) => {
        here.inTransaction = true;
        try {
          return await callback(trx);
        } finally {
          here.inTransaction = false;
        }
      };
      return scope.run(here, () => execute.call(builder, marked)) as Promise<T>;
    },
  });
}
