import type { ColumnType, Generated } from 'kysely';
import type { Attendance, PaperWish } from '../../domain/meetings/reply.ts';

/** A member's answer to a meeting's notice. */
export interface ReplyTable {
  meeting_id: number;
  member_id: number;
  attendance: Attendance | null;
  word: Generated<string>;
  paper: Generated<PaperWish>;
  answered_at: ColumnType<Date, Date | string | undefined, Date | string>;
  /** The official who entered it; null where the member did. */
  entered_by: number | null;
}

/** What a member wishes on paper where their reply says some. */
export interface WishedDocumentTable {
  meeting_id: number;
  member_id: number;
  document_id: number;
}
