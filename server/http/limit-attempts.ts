import type { FastifyRequest } from 'fastify';
import { type Kysely, sql } from 'kysely';
import { DomainError } from '../../domain/meetings/error-code.ts';
import type { Tables } from '../database/tables.ts';
import { networkOf } from './network.ts';
import type { Keys } from './secrets.ts';

/** Minutes: a count begins with its first failure and ends after so long. */
const window = 10;

/** Failures within the window, for one kind of thing that can be guessed. */
interface Limits {
  /** For one account from one network; where there are accounts. */
  readonly account: number;
  /** From one network, whatever was tried: a city hall stands behind one address. */
  readonly network: number;
  /** How many of each are left once all networks together, or all of them on one account, have failed too often. */
  readonly wary: { readonly account: number; readonly network: number };
  readonly onAccount: number;
  readonly everywhere: number;
}

const limits = {
  'sign-in': { account: 10, network: 60, wary: { account: 3, network: 15 }, onAccount: 50, everywhere: 500 },
  code: { account: 0, network: 60, wary: { account: 0, network: 10 }, onAccount: 0, everywhere: 300 },
  invitation: { account: 0, network: 30, wary: { account: 0, network: 5 }, onAccount: 0, everywhere: 300 },
  'set-up': { account: 0, network: 30, wary: { account: 0, network: 5 }, onAccount: 0, everywhere: 300 },
} satisfies Record<string, Limits>;

interface Attempt {
  readonly kind: keyof typeof limits;
  /** The network it comes from (networkOf). */
  readonly network: string;
  /** Whose password is tried; absent where only a code is. */
  readonly account?: string;
  /** Told once when guessing from everywhere makes the limits narrow. */
  readonly onWary?: () => void;
}

/** Does what can be guessed, within the limits, for whoever sent the request. */
export type Limited = <T>(
  request: FastifyRequest,
  kind: Attempt['kind'],
  tried: () => Promise<T>,
  account?: string,
) => Promise<T>;

/** All that can be guessed about an account counts together, whichever route it is tried on. */
export function limiterOf(needs: { db: Kysely<Tables>; keys: Keys }): Limited {
  return (request, kind, tried, account) => {
    const onWary = () => request.log.warn(`many wrong ${kind}s from everywhere: limits are narrow for a while`);
    const attempt = { kind, network: networkOf(request.ip), onWary, ...(account !== undefined && { account }) };
    return limitAttempts(needs, attempt, tried);
  };
}

/**
 * Does what can be guessed, `attempt`, unless too many have failed. Counted before it is tried and taken back where it
 * succeeds, in the database: exact however many are tried at once and in however many processes. Nobody is locked out from
 * elsewhere: a network with few failures of its own always has its tries. Throws `too_many_attempts`.
 */
async function limitAttempts<T>(
  { db, keys }: { db: Kysely<Tables>; keys: Keys },
  attempt: Attempt,
  tried: () => Promise<T>,
): Promise<T> {
  const counted = keysOf(keys, attempt);
  const counts = await count(db, counted, 1);
  const of = (key: string | undefined) => (key === undefined ? 0 : (counts.get(key) ?? 0));
  const limit: Limits = limits[attempt.kind];
  const wary = of(counted.everywhere) > limit.everywhere || of(counted.onAccount) > limit.onAccount;
  if (of(counted.everywhere) === limit.everywhere + 1) attempt.onWary?.();
  const allowed = wary ? limit.wary : limit;
  if (of(counted.account) > allowed.account || of(counted.network) > allowed.network) {
    await count(db, counted, -1);
    throw new DomainError('too_many_attempts');
  }
  let failed = false;
  try {
    return await tried();
  } catch (error) {
    failed = error instanceof DomainError;
    throw error;
  } finally {
    if (!failed) await count(db, counted, -1);
  }
}

interface Counted {
  readonly account?: string;
  readonly network: string;
  readonly onAccount?: string;
  readonly everywhere: string;
}

/** What is counted, under names that tell nobody whom: keyed hashes. */
function keysOf(keys: Keys, { kind, network, account }: Attempt): Counted {
  const name = (...parts: string[]) => keys.sign(['attempt', kind, ...parts].join(' '));
  const everywhere = name('everywhere');
  const counted = { network: name('network', network), everywhere };
  if (account === undefined) return counted;
  return { ...counted, account: name('account', account, network), onAccount: name('on-account', account) };
}

/** Adds to all counts at once, in one order, so that two never wait for each other; gives what they are now. */
async function count(db: Kysely<Tables>, counted: Counted, step: 1 | -1): Promise<Map<string, number>> {
  const names = Object.values(counted).sort();
  if (step < 0) {
    // one after the other in the same order
    await sql`update attempt set count = attempt.count - 1 from (
      select key from attempt where key = any(${names}) and count > 0 order by key for update
    ) as held where attempt.key = held.key`.execute(db);
    return new Map();
  }
  const { rows } = await sql<{ key: string; count: number; fresh: boolean }>`
    insert into attempt (key, count, ends_at)
    select key, 1, now() + make_interval(mins => ${window}) from unnest(${names}::text[]) as key order by key
    on conflict (key) do update set
      count = case when attempt.ends_at <= now() then 1 else attempt.count + 1 end,
      ends_at = case when attempt.ends_at <= now() then excluded.ends_at else attempt.ends_at end
    returning key, count, ends_at = now() + make_interval(mins => ${window}) as fresh`.execute(db);
  const begun = rows.some(({ key, fresh }) => fresh && key === counted.everywhere);
  // those that mean nothing any more, once a window
  if (begun) await db.deleteFrom('attempt').where('ends_at', '<', new Date()).execute();
  return new Map(rows.map(({ key, count: value }) => [key, value]));
}
