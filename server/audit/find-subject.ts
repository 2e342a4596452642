import type { Transaction } from 'kysely';
import type { SubjectKind } from '../../domain/meetings/act.ts';
import { versionName } from '../../domain/meetings/document.ts';
import type { Tables } from '../database/tables.ts';

interface FoundSubject {
  readonly committeeId: number | null;
  /** As an official knows it, with what it is part of. */
  readonly name: string;
}

type Find = (db: Transaction<Tables>, id: number) => Promise<FoundSubject | undefined>;

/** What a subject is called now, and whose it is; undefined where it is gone. */
export function findSubject(db: Transaction<Tables>, kind: SubjectKind, id: number): Promise<FoundSubject | undefined> {
  return subjects[kind](db, id);
}

const subjects: Record<SubjectKind, Find> = {
  async official(db, id) {
    const row = await db.selectFrom('official').select('name').where('id', '=', id).executeTakeFirst();
    return row && { committeeId: null, name: row.name };
  },
  async committee(db, id) {
    const row = await db.selectFrom('committee').select('name').where('id', '=', id).executeTakeFirst();
    return row && { committeeId: id, name: row.name };
  },
  async member(db, id) {
    const row = await db.selectFrom('member').select(['name', 'committee_id']).where('id', '=', id).executeTakeFirst();
    return row && { committeeId: row.committee_id, name: row.name };
  },
  async meeting(db, id) {
    const row = await db
      .selectFrom('meeting')
      .select(['title', 'committee_id'])
      .where('id', '=', id)
      .executeTakeFirst();
    return row && { committeeId: row.committee_id, name: row.title };
  },
  async document(db, id) {
    const row = await documents(db).where('document.id', '=', id).executeTakeFirst();
    return row && { committeeId: row.committeeId, name: `${row.meeting}　${row.title}` };
  },
  async revision(db, id) {
    const row = await documents(db)
      .innerJoin('revision', 'revision.document_id', 'document.id')
      .select('revision.number')
      .where('revision.id', '=', id)
      .executeTakeFirst();
    return (
      row && {
        committeeId: row.committeeId,
        name: `${row.meeting}　${row.title}（${versionName({ number: row.number })}）`,
      }
    );
  },
  async notice(db, id) {
    const row = await db
      .selectFrom('notice')
      .innerJoin('member', 'member.id', 'notice.member_id')
      .innerJoin('meeting', 'meeting.id', 'notice.meeting_id')
      .select(['member.name', 'meeting.title', 'meeting.committee_id as committeeId'])
      .where('notice.id', '=', id)
      .executeTakeFirst();
    return row && { committeeId: row.committeeId, name: `${row.title}　${row.name}` };
  },
};

function documents(db: Transaction<Tables>) {
  return db
    .selectFrom('document')
    .innerJoin('meeting', 'meeting.id', 'document.meeting_id')
    .select(['document.title', 'meeting.title as meeting', 'meeting.committee_id as committeeId']);
}
