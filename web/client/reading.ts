import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type ClientError, clientErrorOf } from './client-error.ts';
import { isAbort } from './request.ts';

export interface ReadingRules<T> {
  /** Asks the portal. `last` is what was read before since `clear`, null at first. */
  read(signal: AbortSignal, last: T | null): Promise<T>;
  /** Milliseconds after which it is read again; null where nothing more is to come. */
  again?(value: T): number | null;
  /** Told of every value before it is drawn. */
  onValue?(value: T): void;
  /** True where the failure was dealt with in another way: there is then nothing to show. */
  settles?(failure: ClientError): boolean;
}

/**
 * What an element reads from the portal: draws its host again when it arrives, reads on while more is to come, and ends with
 * its host. The newest call wins. What was read stays while it is read again, and when the line breaks.
 */
export class Reading<T> implements ReactiveController {
  value: T | null = null;
  failure: ClientError | null = null;
  private readonly host: ReactiveControllerHost;
  private readonly rules: ReadingRules<T>;
  private request: AbortController | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, rules: ReadingRules<T>) {
    this.host = host;
    this.rules = rules;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Resolves once the answer is there, or a newer call has begun. */
  async load(): Promise<void> {
    this.stop();
    const request = new AbortController();
    this.request = request;
    try {
      const value = await this.rules.read(request.signal, this.value);
      if (request.signal.aborted) return;
      this.show(value);
    } catch (error) {
      if (request.signal.aborted || isAbort(error)) return;
      const failure = clientErrorOf(error);
      if (this.rules.settles?.(failure)) return;
      this.failure = failure;
      this.readOn();
      this.host.requestUpdate();
    }
  }

  /** Takes a value that came by another way: the answer to a change. */
  show(value: T): void {
    this.value = value;
    this.failure = null;
    this.rules.onValue?.(value);
    this.readOn();
    this.host.requestUpdate();
  }

  /** Forgets what belonged to another address. */
  clear(): void {
    this.stop();
    this.value = null;
    this.failure = null;
  }

  stop(): void {
    clearTimeout(this.timer);
    this.request?.abort();
  }

  private readOn(): void {
    clearTimeout(this.timer);
    const pause = this.value === null ? null : (this.rules.again?.(this.value) ?? null);
    if (pause !== null) this.timer = setTimeout(() => void this.load(), pause);
  }
}
