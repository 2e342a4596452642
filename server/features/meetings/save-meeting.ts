import type { Kysely, Transaction } from 'kysely';
import type { MeetingChange, MeetingInput } from '../../../contract/meetings.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { codeDaysAfterMeeting } from '../../../domain/meetings/key.ts';
import { proposeMeetingYear } from '../../../domain/meetings/meeting-year.ts';
import { editableMeetings, requireCommittee, requireEdition } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import { endOfDayInJapan } from '../../http/clock.ts';

export async function createMeeting(db: Kysely<Tables>, official: Official, committeeId: number, input: MeetingInput) {
  return db.transaction().execute(async (transaction) => {
    await requireCommittee(transaction, official, committeeId);
    const meeting = await transaction
      .insertInto('meeting')
      .values({ committee_id: committeeId, ...meetingValues(input) })
      .returning('id')
      .executeTakeFirstOrThrow();
    await saveAgenda(transaction, meeting.id, input.agenda);
    await recordAct(transaction, official, 'meeting-created', { meeting: meeting.id });
    return meeting;
  });
}

/** Throws `changed_elsewhere` where it was changed since `input.edition` was read: nothing of the other's is overwritten. */
export async function updateMeeting(db: Kysely<Tables>, official: Official, id: number, input: MeetingChange) {
  await db.transaction().execute(async (transaction) => {
    const stored = await editableMeetings(transaction, official)
      .select('meeting.edition')
      .where('meeting.id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    requireEdition(stored, input.edition);
    await transaction
      .updateTable('meeting')
      .set({ ...meetingValues(input), edition: input.edition + 1 })
      .where('id', '=', id)
      .execute();
    await saveAgenda(transaction, id, input.agenda);
    await extendCodes(transaction, id, input.heldOn);
    await recordAct(transaction, official, 'meeting-changed', { meeting: id });
  });
}

/** The letters are in the post already: where the meeting is put off, their codes go on to the new day. */
async function extendCodes(transaction: Transaction<Tables>, meetingId: number, heldOn: string) {
  const end = endOfDayInJapan(heldOn, codeDaysAfterMeeting);
  await transaction
    .updateTable('notice')
    .set({ code_expires_at: end })
    .where('meeting_id', '=', meetingId)
    .where('code_expires_at', '<', end)
    .execute();
}

/** Items keep their id, and with it their documents; the order is the list's. */
async function saveAgenda(transaction: Transaction<Tables>, meetingId: number, agenda: MeetingInput['agenda']) {
  const kept = agenda.flatMap((item) => item.id ?? []);
  await transaction
    .deleteFrom('agenda_item')
    .where('meeting_id', '=', meetingId)
    .$if(kept.length > 0, (query) => query.where('id', 'not in', kept))
    .execute();
  for (const [position, item] of agenda.entries()) {
    const values = { title: item.title.trim(), mark: item.mark?.trim() ?? '', level: item.level ?? 0, position };
    if (item.id === undefined) {
      await transaction
        .insertInto('agenda_item')
        .values({ meeting_id: meetingId, ...values })
        .execute();
      continue;
    }
    const result = await transaction
      .updateTable('agenda_item')
      .set(values)
      .where('id', '=', item.id)
      .where('meeting_id', '=', meetingId)
      .executeTakeFirst();
    if (!result.numUpdatedRows) throw new DomainError('changed_elsewhere');
  }
}

function meetingValues(input: MeetingInput) {
  if (input.endsAt !== null && input.endsAt <= input.startsAt)
    throw new DomainError('invalid_input', '終わりの時刻が始まりより前です');
  return {
    title: input.title.trim(),
    held_on: input.heldOn,
    starts_at: input.startsAt,
    ends_at: input.endsAt,
    place: input.place.trim(),
    reply_by: replyDayOf(input),
    ordinal: input.ordinal ?? null,
    openness: input.openness ?? null,
    // open to all needs no reason
    openness_reason: restricted(input) ? (input.opennessReason ?? '').trim() : '',
    fiscal_year: input.fiscalYear ?? proposeMeetingYear(input.title, input.heldOn),
  };
}

const restricted = ({ openness }: MeetingInput) => openness === 'partly_open' || openness === 'closed';

function replyDayOf({ replyBy = null, heldOn }: MeetingInput): string | null {
  if (replyBy !== null && replyBy > heldOn) throw new DomainError('invalid_input', 'お返事の期限が開催日より後です');
  return replyBy;
}
