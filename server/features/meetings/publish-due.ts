import type { Kysely } from 'kysely';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { recordOwnAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import type { Enqueue } from '../../jobs/jobs.ts';
import type { MeetingJobs } from './jobs.ts';
import { enqueuePublication } from './plan-publication.ts';
import { showToMembers } from './publish-meeting.ts';

/**
 * Publishes every meeting whose moment has come. What cannot be published keeps its plan with the reason, which its
 * officials see; it is tried again only when they say so. What is planned for later gets its job anew: those of a
 * database that was restored are gone.
 */
export async function publishDue(db: Kysely<Tables>, enqueue: Enqueue<MeetingJobs>): Promise<void> {
  const planned = await db
    .selectFrom('meeting')
    .select(['id', 'publish_at'])
    .where('publish_at', 'is not', null)
    .where('publish_failure', 'is', null)
    .execute();
  for (const { id, publish_at } of planned) {
    if (publish_at! > new Date()) await enqueuePublication(enqueue, publish_at!);
    else await publishOne(db, id);
  }
}

async function publishOne(db: Kysely<Tables>, id: number): Promise<void> {
  try {
    await db.transaction().execute(async (transaction) => {
      const meeting = await transaction
        .selectFrom('meeting')
        .select('id')
        .where('id', '=', id)
        .where('publish_at', '<=', new Date())
        .where('publish_failure', 'is', null)
        .forUpdate()
        .executeTakeFirst();
      if (!meeting) return;
      const shown = await showToMembers(transaction, id);
      await recordOwnAct(transaction, 'meeting-published', { meeting: id }, { planned: true, shown });
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code } = error;
    await db.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('meeting')
        .set({ publish_failure: code })
        .where('id', '=', id)
        .where('publish_at', 'is not', null)
        .execute();
      await recordOwnAct(transaction, 'planned-publication-failed', { meeting: id }, {});
    });
  }
}
