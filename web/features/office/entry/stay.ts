import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Session } from '../../../../contract/sessions.ts';
import { passGate } from '../../../client/gate.ts';
import { forgetSession, renewSession } from '../../../client/sessions.ts';
import { goToSignIn } from '../answer.ts';

/** Milliseconds. */
const minute = 60_000;
const warnBefore = 5 * minute;
const lookEvery = 15_000;
/** While a person works, the portal is told so no more often. */
const tellEvery = 2 * minute;
/** When any screen of this browser was last used: several may be open. */
const usedKey = 'kurabe-office-used';

/** How long the official stays signed in, while this screen is open: says before it ends, and asks to sign in again in place. */
export class Stay implements ReactiveController {
  /** Whole minutes until it ends, once they are few; null before. */
  minutesLeft: number | null = null;
  /** What ends it: that nobody does anything, or the clock. */
  cause: 'idle' | 'clock' = 'idle';
  private readonly host: ReactiveControllerHost;
  private stay: NonNullable<Session['stay']> | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;
  private told = 0;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
    for (const name of ['pointerdown', 'keydown']) window.removeEventListener(name, this.onUse);
    document.removeEventListener('visibilitychange', this.look);
  }

  /** From the session that the screen begins with. */
  begin(session: Session): void {
    this.take(session);
    clearInterval(this.timer);
    this.timer = setInterval(this.look, lookEvery);
    for (const name of ['pointerdown', 'keydown']) window.addEventListener(name, this.onUse, { passive: true });
    document.addEventListener('visibilitychange', this.look);
  }

  /** The person wants to go on: the idle time begins anew. Where the session is over, asks to sign in again. */
  async goOn(): Promise<void> {
    this.told = Date.now();
    const session = await renewSession().catch(() => null);
    if (session?.official) this.take(session);
    else if (session) await this.signInAgain();
  }

  /** Asks to sign in, before or after the session has ended. */
  async signInAgain(): Promise<void> {
    if (await passGate('sign-in')) await this.goOn();
    else if (this.over()) this.leave();
  }

  private leave(): void {
    forgetSession();
    goToSignIn();
  }

  private take({ stay }: Session): void {
    this.stay = stay;
    this.told = Date.now();
    noteUsed(this.told);
    this.look();
  }

  private readonly onUse = (): void => {
    if (Date.now() - this.told > tellEvery && !this.over()) void this.goOn();
  };

  private readonly look = (): void => {
    const left = this.left();
    const minutes = left > warnBefore ? null : Math.max(1, Math.ceil(left / minute));
    if (this.stay && this.over()) void this.signInAgain();
    if (minutes === this.minutesLeft) return;
    this.minutesLeft = minutes;
    this.host.requestUpdate();
  };

  private over(): boolean {
    return this.left() <= 0;
  }

  private left(): number {
    if (!this.stay) return Number.POSITIVE_INFINITY;
    const used = Math.max(this.told, lastUsed());
    const idle = used + this.stay.idleMinutes * minute;
    const clock = Date.parse(this.stay.endsAt);
    this.cause = idle < clock ? 'idle' : 'clock';
    return Math.min(idle, clock) - Date.now();
  }
}

// a browser may keep nothing: then each screen counts for itself
function noteUsed(at: number): void {
  try {
    localStorage.setItem(usedKey, String(at));
  } catch {}
}

function lastUsed(): number {
  try {
    return Number(localStorage.getItem(usedKey)) || 0;
  } catch {
    return 0;
  }
}
