import type { Kysely } from 'kysely';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { editableMeetings } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';

/** Forgets a meeting with its agenda. Throws `in_use` once it has a document, withdrawn or not, or a letter was issued. */
export async function deleteMeeting(db: Kysely<Tables>, official: Official, id: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const meeting = await editableMeetings(transaction, official)
      .select('meeting.id')
      .where('meeting.id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!meeting) throw new DomainError('not_found');
    const documents = await transaction.selectFrom('document').select('id').where('meeting_id', '=', id).execute();
    if (documents.length > 0) throw new DomainError('in_use', `資料 ${documents.length}件（取り下げたものを含む）`);
    const notices = await transaction.selectFrom('notice').select('id').where('meeting_id', '=', id).execute();
    if (notices.length > 0) throw new DomainError('in_use', `発行した通知 ${notices.length}通`);
    const replies = await transaction.selectFrom('reply').select('member_id').where('meeting_id', '=', id).execute();
    if (replies.length > 0) throw new DomainError('in_use', `出欠の返事 ${replies.length}人`);
    await recordAct(transaction, official, 'meeting-deleted', { meeting: id });
    await transaction.deleteFrom('agenda_item').where('meeting_id', '=', id).execute();
    await transaction.deleteFrom('meeting').where('id', '=', id).execute();
  });
}
