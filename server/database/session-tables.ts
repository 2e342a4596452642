import type { ColumnType } from 'kysely';
import type { DefaultMoment } from './moments.ts';

type Moment = ColumnType<Date, Date | string, Date | string>;

export interface SessionTable {
  token_hash: string;
  official_id: number | null;
  notice_id: number | null;
  created_at: DefaultMoment;
  expires_at: Moment;
}

/** How often something was tried that may be guessed, until `ends_at`; older rows mean nothing. */
export interface AttemptTable {
  key: string;
  count: number;
  ends_at: Moment;
}
