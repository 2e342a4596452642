import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Official } from './viewer.ts';

/** What an official works on: an administrator on everything, a secretariat on its committees. */

export function editableCommittees(db: Kysely<Tables>, official: Official) {
  return db
    .selectFrom('committee')
    .$if(official.role !== 'administrator', (query) => query.where('committee.id', 'in', ownCommittees(db, official)));
}

export function editableMembers(db: Kysely<Tables>, official: Official) {
  return db
    .selectFrom('member')
    .$if(official.role !== 'administrator', (query) =>
      query.where('member.committee_id', 'in', ownCommittees(db, official)),
    );
}

export function editableMeetings(db: Kysely<Tables>, official: Official) {
  return db
    .selectFrom('meeting')
    .$if(official.role !== 'administrator', (query) =>
      query.where('meeting.committee_id', 'in', ownCommittees(db, official)),
    );
}

/** Withdrawn ones among them, so that a withdrawal can be undone. */
export function editableDocuments(db: Kysely<Tables>, official: Official) {
  return db
    .selectFrom('document')
    .innerJoin('meeting', 'meeting.id', 'document.meeting_id')
    .$if(official.role !== 'administrator', (query) =>
      query.where('meeting.committee_id', 'in', ownCommittees(db, official)),
    );
}

function ownCommittees(db: Kysely<Tables>, official: Official) {
  return db
    .selectFrom('committee_official')
    .select('committee_official.committee_id')
    .where('committee_official.official_id', '=', official.id);
}
