import type { Kysely } from 'kysely';
import type { SpecimenInput } from '../../../contract/notices.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import type { Official } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';
import type { NoticeLetter } from '../../print/notice-letter.ts';
import { findOccasion } from './find-occasion.ts';
import { letterOf } from './letter.ts';
import { listPresentMembers } from './queries.ts';

interface Needs {
  db: Kysely<Tables>;
  publicUrl: string;
  draw(letter: NoticeLetter): Promise<Buffer>;
}

/** Of the form that real ones have; it opens nothing. */
const specimenKey = '0'.repeat(16);
const specimenCode = '0'.repeat(8);

/** One letter as it would be printed, with a key that opens nothing. Throws `no_members` and what printing refuses. */
export async function showSpecimen(needs: Needs, official: Official, meetingId: number, input: SpecimenInput) {
  const { db, publicUrl, draw } = needs;
  const occasion = await findOccasion(db, official, meetingId, input, publicUrl);
  const members = await listPresentMembers(db, meetingId);
  const member = input.memberId === undefined ? members[0] : members.find(({ id }) => id === input.memberId);
  if (!member) throw new DomainError('no_members');
  return draw(letterOf(occasion, member, specimenKey, specimenCode));
}
