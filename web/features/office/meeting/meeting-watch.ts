import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DocumentSummary } from '../../../../contract/documents.ts';
import type { Meeting } from '../../../../contract/meetings.ts';
import { announce } from '../../../ui/announce.ts';
import type { Answer } from '../answer.ts';
import { documentName } from './same-mark.ts';

const everyMilliseconds = 1000;

/**
 * Reads a meeting, and again every second while one of its documents is being processed or compared; says which became ready.
 */
export class MeetingWatch implements ReactiveController {
  private readonly answer: Answer<Meeting>;
  private timer = 0;
  private unread = new Set<number>();

  constructor(host: ReactiveControllerHost, answer: Answer<Meeting>) {
    this.answer = answer;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    this.timer = -1;
  }

  hostConnected(): void {
    this.timer = 0;
  }

  async read(): Promise<void> {
    clearTimeout(this.timer);
    await this.answer.load();
    const { value } = this.answer;
    if (!value || this.timer === -1) return;
    this.report(value);
    if (this.unread.size > 0 || value.documents.some(isBeingCompared))
      this.timer = window.setTimeout(() => void this.read(), everyMilliseconds);
  }

  private report({ documents }: Meeting): void {
    const unread = documents.filter(({ revision }) => revision.state === 'waiting' || revision.state === 'processing');
    const finished = documents.filter(
      (document) => this.unread.has(document.revision.id) && !unread.includes(document),
    );
    this.unread = new Set(unread.map(({ revision }) => revision.id));
    const names = (state: string) =>
      finished
        .filter(({ revision }) => revision.state === state)
        .map(documentName)
        .join('、');
    if (names('ready')) announce(`${names('ready')}の準備ができました。`);
    if (names('failed')) announce(`${names('failed')}を読み取れませんでした。`);
  }
}

function isBeingCompared({ counterpart }: DocumentSummary): boolean {
  return counterpart?.compared === 'waiting' || counterpart?.compared === 'processing';
}
