import { noteReadingPlace } from './documents.ts';
import { readSession } from './sessions.ts';

const pauseMilliseconds = 1000;

/** Tells the portal where the member is, a second after the last turn, and at once when the page is left. */
export class ReadingPlaceNote {
  private waiting: { documentId: number; page: number; revisionId: number } | null = null;
  private timer = 0;

  start(): void {
    window.addEventListener('pagehide', this.flush);
  }

  stop(): void {
    this.flush();
    window.removeEventListener('pagehide', this.flush);
  }

  note(documentId: number, page: number, revisionId: number): void {
    this.waiting = { documentId, page, revisionId };
    clearTimeout(this.timer);
    this.timer = window.setTimeout(this.flush, pauseMilliseconds);
  }

  private readonly flush = (): void => {
    clearTimeout(this.timer);
    const { waiting } = this;
    this.waiting = null;
    // A place that cannot be noted now is noted with the next turn; reading goes on.
    if (waiting) this.send(waiting).catch(() => undefined);
  };

  private async send({ documentId, page, revisionId }: NonNullable<typeof this.waiting>): Promise<void> {
    const { member } = await readSession();
    if (member) await noteReadingPlace(documentId, page, revisionId);
  }
}
