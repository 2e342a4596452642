import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ClientError, sentenceOf } from '../../client/client-error.ts';
import { navigate } from '../../client/navigation.ts';
import { paths } from '../../client/paths.ts';
import { forgetSession } from '../../client/sessions.ts';

/** What a page reads from the portal; draws its host again when it arrives. The newest call wins. */
export class Answer<T> implements ReactiveController {
  value: T | null = null;
  failure: ClientError | null = null;
  private readonly host: ReactiveControllerHost;
  private readonly read: () => Promise<T>;
  private calls = 0;

  constructor(host: ReactiveControllerHost, read: () => Promise<T>) {
    this.host = host;
    this.read = read;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.calls += 1;
  }

  /** Keeps the value that is shown until the new one is there. */
  async load(): Promise<void> {
    this.calls += 1;
    const call = this.calls;
    try {
      const value = await this.read();
      if (call !== this.calls) return;
      this.value = value;
      this.failure = null;
    } catch (error) {
      if (call !== this.calls) return;
      if (askToSignIn(error)) return;
      this.failure = error instanceof ClientError ? error : new ClientError('unreadable_answer', sentenceOf(error));
    }
    this.host.requestUpdate();
  }

  /** Forgets what belonged to another address. */
  clear(): void {
    this.value = null;
    this.failure = null;
  }
}

/** Goes to the sign-in and comes back afterwards; false where `error` is something else. */
export function askToSignIn(error: unknown): boolean {
  if (!(error instanceof ClientError) || error.code !== 'not_signed_in') return false;
  forgetSession();
  goToSignIn();
  return true;
}

/** Goes to the sign-in, from where one comes back to this address; once, however many ask for it. */
export function goToSignIn(): void {
  if (location.pathname === paths.officeSignIn()) return;
  navigate(paths.officeSignIn(location.pathname + location.search), { replace: true });
}
