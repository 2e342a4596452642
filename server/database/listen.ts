import pg from 'pg';
import type { Database } from './connection.ts';

/** Milliseconds: how often the line is tried, how long an answer may take, and how soon a lost one is opened anew. */
const heartbeat = 5_000;
const patience = 5_000;
const reopening = 1_000;

export interface Hearing {
  /** Something was told on the channel. */
  heard(payload: string): void;
  /** From now on everything is heard; what was told before may have been missed. */
  open(): void;
  /** From now on nothing is heard. */
  lost(): void;
}

/** Listens on a channel of the database (LISTEN) until it is closed, and opens a lost line again. Resolves at the first `open`. */
export async function listen({ url }: Database, channel: string, hearing: Hearing): Promise<() => Promise<void>> {
  let closed = false;
  let client: pg.Client;
  let timer: NodeJS.Timeout;
  const open = async () => {
    const fresh = new pg.Client({ connectionString: url, connectionTimeoutMillis: patience, query_timeout: patience });
    client = fresh;
    let up = true;
    const fail = () => {
      if (!up) return;
      up = false;
      clearTimeout(timer);
      hearing.lost();
      fresh.end().catch(() => undefined);
      if (!closed) timer = setTimeout(() => open().catch(() => undefined), reopening).unref();
    };
    fresh.on('error', fail).on('end', fail);
    fresh.on('notification', ({ payload }) => hearing.heard(payload ?? ''));
    // a line that is dead without saying so is found out by asking
    const beat = async () => {
      await fresh.query('select 1');
      if (up) timer = setTimeout(() => beat().catch(fail), heartbeat).unref();
    };
    try {
      await fresh.connect();
      await fresh.query(`listen ${channel}`);
    } catch (error) {
      fail();
      throw error;
    }
    hearing.open();
    timer = setTimeout(() => beat().catch(fail), heartbeat).unref();
  };
  await open();
  return async () => {
    closed = true;
    clearTimeout(timer);
    await client.end().catch(() => undefined);
  };
}
