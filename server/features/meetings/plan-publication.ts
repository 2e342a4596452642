import type { Kysely } from 'kysely';
import { minuteInJapan } from '../../../domain/japanese/moment.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { editableMeetings, requireMeeting } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import type { Enqueue } from '../../jobs/jobs.ts';
import type { MeetingJobs } from './jobs.ts';
import { noPlan } from './publish-meeting.ts';

/** Nobody prepares a meeting for longer ahead; a mistyped year is caught. */
const longestAhead = 366 * 24 * 60 * 60 * 1000;

/** What the meeting holds at that moment will be published by itself. A further plan takes the place of the one before. */
export async function planPublication(
  db: Kysely<Tables>,
  enqueue: Enqueue<MeetingJobs>,
  official: Official,
  id: number,
  moment: string,
): Promise<void> {
  await requireMeeting(db, official, id);
  const at = new Date(moment);
  const wait = at.getTime() - Date.now();
  if (!(wait > 0 && wait < longestAhead))
    throw new DomainError('invalid_input', '公開する日時は、いまより後の、１年以内にしてください');
  await db.transaction().execute(async (transaction) => {
    const result = await transaction
      .updateTable('meeting')
      .set({ publish_at: at, publish_planned_by: official.id, publish_failure: null })
      .where('id', 'in', editableMeetings(transaction, official).select('meeting.id').where('meeting.id', '=', id))
      .executeTakeFirst();
    if (!result.numUpdatedRows) throw new DomainError('not_found');
    await recordAct(transaction, official, 'publication-planned', { meeting: id }, { at: minuteInJapan(at) });
    await enqueuePublication(enqueue, at, { transaction });
  });
}

/** Throws `not_found` also where nothing is planned. */
export async function cancelPublication(db: Kysely<Tables>, official: Official, id: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const result = await transaction
      .updateTable('meeting')
      .set(noPlan)
      .where('publish_at', 'is not', null)
      .where('id', 'in', editableMeetings(transaction, official).select('meeting.id').where('meeting.id', '=', id))
      .executeTakeFirst();
    if (!result.numUpdatedRows) throw new DomainError('not_found');
    await recordAct(transaction, official, 'publication-plan-cancelled', { meeting: id });
  });
}

/** One job waits for each moment, however many meetings are due then. */
export async function enqueuePublication(
  enqueue: Enqueue<MeetingJobs>,
  at: Date,
  options: NonNullable<Parameters<Enqueue<MeetingJobs>>[2]> = {},
): Promise<void> {
  const afterSeconds = Math.max(0, Math.ceil((at.getTime() - Date.now()) / 1000));
  await enqueue('publish-due', {}, { ...options, singletonKey: at.toISOString(), afterSeconds });
}
