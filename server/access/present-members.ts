import { sql } from 'kysely';

/** Of tables member and meeting: the member was on the committee on the day, whether or not they left later. */
export const presentAtMeeting = sql<boolean>`(member.committee_id = meeting.committee_id
  and member.term_from <= meeting.held_on and member.term_to >= meeting.held_on
  and (member.left_on is null or member.left_on > meeting.held_on))`;
