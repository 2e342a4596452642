import type { Database } from '../database/connection.ts';
import { listen } from '../database/listen.ts';
import { ticketMinutes } from './ticket.ts';

/** Milliseconds, though nothing is heard of a change: terms and letters end by the clock alone. */
const longestMemory = 5_000;
/** Milliseconds that two machines' clocks may differ. */
const clockSkew = 1_000;
const mostEntries = 20_000;

interface Entry {
  readonly found: Promise<unknown>;
  readonly until: number;
}

/**
 * What this process remembers of who may see what, and since when that holds. The database tells every process of a
 * change (migration 0008); while that cannot be heard nothing is remembered and no ticket is believed.
 */
export class RememberedRights {
  readonly #entries = new Map<string, Entry>();
  /** When sessions ended that tickets of before may still name, by their hash. */
  readonly #ended = new Map<string, number>();
  #changedAt = Date.now();
  #hears = false;

  /** What `find` finds, or found a moment ago. */
  remember<T>(key: string, find: () => Promise<T>): Promise<T> {
    const known = this.#entries.get(key);
    if (known && known.until > Date.now()) return known.found as Promise<T>;
    const found = find();
    if (!this.#hears) return found;
    if (this.#entries.size >= mostEntries) this.#entries.clear();
    const entry = { found, until: Date.now() + longestMemory };
    this.#entries.set(key, entry);
    found.catch(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
    });
    return found;
  }

  /** True where nothing has changed since `moment` (milliseconds) that a ticket of this session rests on. */
  holdsSince(moment: number, sessionHashes: readonly string[]): boolean {
    const changed = sessionHashes.map((hash) => this.#ended.get(hash) ?? 0);
    return this.#hears && moment > Math.max(this.#changedAt, ...changed) + clockSkew;
  }

  /** Rights have changed: those of one session, by its hash, or any. */
  forget(sessionHash = ''): void {
    this.forgetEntries();
    if (sessionHash === '') this.#changedAt = Date.now();
    else this.#ended.set(sessionHash, Date.now());
    for (const [hash, at] of this.#ended) if (at < Date.now() - ticketMinutes * 60_000) this.#ended.delete(hash);
  }

  /** Something may have changed that is about to be heard; what is remembered is looked up again. */
  forgetEntries(): void {
    this.#entries.clear();
  }

  hear(hears: boolean): void {
    this.#hears = hears;
    this.forget();
  }
}

/** Rights that follow the database until it is closed. */
export async function followRights(
  database: Database,
): Promise<{ rights: RememberedRights; close: () => Promise<void> }> {
  const rights = new RememberedRights();
  const close = await listen(database, 'kurabe_rights', {
    heard: (payload) => rights.forget(payload),
    open: () => rights.hear(true),
    lost: () => rights.hear(false),
  });
  return { rights, close };
}
