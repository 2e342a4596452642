import type { Generated, JSONColumnType } from 'kysely';
import type { Act, SubjectKind } from '../../domain/meetings/act.ts';
import type { DefaultMoment } from './moments.ts';

/** Only added to: the database refuses every change. Ids here outlive the rows that they name. */
export interface AuditEntryTable {
  id: Generated<number>;
  at: DefaultMoment;
  act: Act;
  official_id: number | null;
  member_id: number | null;
  /** The name at that time; '' where nobody is known. */
  actor: Generated<string>;
  network: Generated<string>;
  committee_id: number | null;
  subject_kind: SubjectKind | null;
  subject_id: number | null;
  subject: Generated<string>;
  detail: JSONColumnType<Record<string, string | number | boolean>>;
}
