import type { ExpressionBuilder, Kysely } from 'kysely';
import { DomainError } from '../../domain/meetings/error-code.ts';
import type { Tables } from '../database/tables.ts';
import { editableCommittees } from './editable.ts';
import type { Viewer } from './viewer.ts';

/** Every query that reads starts here: what this viewer may see, and nothing else. */

export function readableMeetings(db: Kysely<Tables>, viewer: Viewer) {
  return db
    .selectFrom('meeting')
    .innerJoin('committee', 'committee.id', 'meeting.committee_id')
    .where((eb) => eb.or([officialOf(eb, viewer), memberOf(eb, viewer)]));
}

/** An official's committees and a member's own, also while none of its meetings is published. */
export function readableCommittees(db: Kysely<Tables>, { official, member }: Viewer) {
  return db
    .selectFrom('committee')
    .where((eb) =>
      eb.or([
        member ? eb('committee.id', '=', member.committeeId) : eb.lit(false),
        official ? eb('committee.id', 'in', editableCommittees(db, official).select('committee.id')) : eb.lit(false),
      ]),
    );
}

/** Documents of readable meetings that are not withdrawn; for a member only those with a published revision. */
export function readableDocuments(db: Kysely<Tables>, viewer: Viewer) {
  return db
    .selectFrom('document')
    .innerJoin('meeting', 'meeting.id', 'document.meeting_id')
    .where('document.withdrawn_at', 'is', null)
    .where((eb) =>
      eb.or([
        officialOf(eb, viewer),
        eb.and([
          memberOf(eb, viewer),
          eb.exists(
            eb
              .selectFrom('revision')
              .select('revision.id')
              .whereRef('revision.document_id', '=', 'document.id')
              .where('revision.published_at', 'is not', null)
              .where('revision.taken_back_at', 'is', null),
          ),
        ]),
      ]),
    );
}

/** Revisions of readable documents that were not taken back; for a member only published ones, replaced ones among them. */
export function readableRevisions(db: Kysely<Tables>, viewer: Viewer) {
  return db
    .selectFrom('revision')
    .innerJoin('document', 'document.id', 'revision.document_id')
    .innerJoin('meeting', 'meeting.id', 'document.meeting_id')
    .where('document.withdrawn_at', 'is', null)
    .where('revision.taken_back_at', 'is', null)
    .where((eb) =>
      eb.or([officialOf(eb, viewer), eb.and([memberOf(eb, viewer), eb('revision.published_at', 'is not', null)])]),
    );
}

/** Throws `not_found`, as for one that does not exist. */
export async function requireRevision(db: Kysely<Tables>, viewer: Viewer, id: number): Promise<void> {
  const row = await readableRevisions(db, viewer)
    .select('revision.id')
    .where('revision.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new DomainError('not_found');
}

/** Comparisons of two revisions that this viewer may both read. */
export function readableComparisons(db: Kysely<Tables>, viewer: Viewer) {
  const revisions = readableRevisions(db, viewer).select('revision.id');
  return db
    .selectFrom('comparison')
    .where('comparison.older_revision_id', 'in', revisions)
    .where('comparison.newer_revision_id', 'in', revisions);
}

type MeetingRows = ExpressionBuilder<Tables, 'meeting'>;

function memberOf<Rows extends keyof Tables>(builder: ExpressionBuilder<Tables, Rows | 'meeting'>, { member }: Viewer) {
  const eb = builder as MeetingRows;
  if (!member) return eb.lit(false);
  return eb.and([
    eb('meeting.committee_id', '=', member.committeeId),
    eb('meeting.published_at', 'is not', null),
    eb('meeting.held_on', '<=', member.termTo),
  ]);
}

function officialOf<Rows extends keyof Tables>(
  builder: ExpressionBuilder<Tables, Rows | 'meeting'>,
  { official }: Viewer,
) {
  const eb = builder as MeetingRows;
  if (!official) return eb.lit(false);
  if (official.role === 'administrator') return eb.lit(true);
  return eb(
    'meeting.committee_id',
    'in',
    eb
      .selectFrom('committee_official')
      .select('committee_official.committee_id')
      .where('committee_official.official_id', '=', official.id),
  );
}
