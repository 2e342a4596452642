import type { Kysely } from 'kysely';
import type { Lack, LetterWords } from '../../../contract/notices.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import type { Official } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';
import type { Occasion } from './letter.ts';
import { findNotifiedMeeting, listAgenda, listMaterials } from './queries.ts';

/** What all letters of a meeting share. Throws `not_found`. */
export async function findOccasion(
  db: Kysely<Tables>,
  official: Official,
  meetingId: number,
  input: LetterWords,
  publicUrl: string,
): Promise<Occasion> {
  const meeting = await findNotifiedMeeting(db, official, meetingId);
  if (!meeting) throw new DomainError('not_found');
  return {
    city: await db.selectFrom('city').selectAll().executeTakeFirstOrThrow(),
    meeting,
    agenda: await listAgenda(db, meetingId),
    materials: await listMaterials(db, meetingId),
    input,
    publicUrl,
  };
}

/** What a person would miss on these letters. */
export function lacksOf({ city, meeting, agenda, materials }: Occasion): Lack[] {
  const missing: Record<Lack, boolean> = {
    sender: city.sender_title === '' && city.sender_name === '',
    place: meeting.place === '',
    agenda: agenda.length === 0,
    materials: materials.length === 0,
  };
  return (Object.keys(missing) as Lack[]).filter((lack) => missing[lack]);
}
