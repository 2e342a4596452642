import type { ReactiveControllerHost } from 'lit';
import type { DocumentSummary } from '../../../../contract/documents.ts';
import type { Meeting } from '../../../../contract/meetings.ts';
import { documentName } from '../../../../domain/meetings/document.ts';
import { readMeeting } from '../../../client/meetings.ts';
import { Reading } from '../../../client/reading.ts';
import { announce } from '../../../ui/announce.ts';
import { askToSignIn } from '../answer.ts';

const everyMilliseconds = 1000;

/**
 * Reads a meeting, and again every second while one of its documents is being processed or compared; says which became ready.
 */
export function meetingReading(
  host: ReactiveControllerHost,
  meetingId: () => number,
  onDocuments: (documents: readonly DocumentSummary[]) => void = () => undefined,
): Reading<Meeting> {
  let unread = new Set<number>();
  return new Reading<Meeting>(host, {
    read: (signal) => readMeeting(meetingId(), { signal }),
    settles: askToSignIn,
    onValue: ({ documents }) => {
      onDocuments(documents);
      const before = unread;
      unread = new Set(documents.filter(isUnread).map(({ revision }) => revision.id));
      report(documents.filter(({ revision }) => before.has(revision.id) && !unread.has(revision.id)));
    },
    again: ({ documents }) =>
      documents.some((one) => isUnread(one) || isBeingCompared(one)) ? everyMilliseconds : null,
  });
}

function report(finished: readonly DocumentSummary[]): void {
  const names = (state: string) =>
    finished
      .filter(({ revision }) => revision.state === state)
      .map(documentName)
      .join('、');
  if (names('ready')) announce(`${names('ready')}の準備ができました。`);
  if (names('failed')) announce(`${names('failed')}を読み取れませんでした。`);
}

function isUnread({ revision: { state } }: DocumentSummary): boolean {
  return state === 'waiting' || state === 'processing';
}

function isBeingCompared({ counterpart }: DocumentSummary): boolean {
  return counterpart?.compared === 'waiting' || counterpart?.compared === 'processing';
}
