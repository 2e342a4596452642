import type { Selectable, Transaction } from 'kysely';
import { codeDaysAfterMeeting } from '../../../domain/meetings/key.ts';
import type { Official } from '../../access/viewer.ts';
import type { MemberTable, Tables } from '../../database/tables.ts';
import { endOfDayInJapan, todayInJapan } from '../../http/clock.ts';
import type { Keys } from '../../http/secrets.ts';

/** The link serves to the end of the member's term, the typed code until shortly after the meeting; neither is given out nearly spent. */
const leastDays = 60;

/** A key that was made for a member: what they are given, and what is kept. */
export interface MadeKey {
  readonly member: Selectable<MemberTable>;
  readonly link: ReturnType<Keys['newLinkKey']>;
  readonly typed: ReturnType<Keys['newTypedCode']>;
}

export const makeKey = (keys: Keys, member: Selectable<MemberTable>): MadeKey => ({
  member,
  link: keys.newLinkKey(),
  typed: keys.newTypedCode(),
});

/** Keeps their hashes, and gives the notices' ids; `revokeEarlier` makes the earlier keys of these members for this meeting void. */
export async function keepKeys(
  transaction: Transaction<Tables>,
  official: Official,
  meeting: { readonly id: number; readonly held_on: string },
  made: readonly MadeKey[],
  revokeEarlier: boolean,
): Promise<number[]> {
  const least = endOfDayInJapan(todayInJapan(), leastDays);
  if (revokeEarlier) {
    const ids = made.map(({ member }) => member.id);
    await transaction
      .updateTable('notice')
      .set({ revoked_at: new Date() })
      .where('meeting_id', '=', meeting.id)
      .where('member_id', 'in', ids)
      .where('revoked_at', 'is', null)
      .execute();
  }
  const kept = await transaction
    .insertInto('notice')
    .values(
      made.map(({ member, link, typed }) => ({
        meeting_id: meeting.id,
        member_id: member.id,
        key_hash: link.hash,
        code_hash: typed.hash,
        issued_by: official.id,
        expires_at: later(endOfDayInJapan(member.term_to), least),
        code_expires_at: later(endOfDayInJapan(meeting.held_on, codeDaysAfterMeeting), least),
      })),
    )
    .returning('id')
    .execute();
  return kept.map(({ id }) => id);
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}
