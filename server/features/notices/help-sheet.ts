import type { Kysely } from 'kysely';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import type { Official } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';
import type { HelpSheet } from '../../print/print-help.ts';
import { findNotifiedMeeting } from './queries.ts';

/** What a help sheet to go with the letters of a meeting says. Throws `not_found`. */
export async function helpSheetOf(
  db: Kysely<Tables>,
  official: Official,
  meetingId: number,
  entrance: string,
): Promise<HelpSheet> {
  const meeting = await findNotifiedMeeting(db, official, meetingId);
  if (!meeting) throw new DomainError('not_found');
  const city = await db.selectFrom('city').select('name').executeTakeFirstOrThrow();
  const contact = `${city.name}${meeting.department}　電話 ${meeting.phone}`;
  return { committee: meeting.name, entrance, contact };
}
