import type { ColumnType, Generated } from 'kysely';
import type { DefaultMoment, OptionalMoment } from './moments.ts';

type Moment = ColumnType<Date, Date | string, Date | string>;

export interface OfficialTable {
  id: Generated<number>;
  email: string;
  name: string;
  /** Null until an invitation is taken up: nobody signs in without one. */
  password_hash: string | null;
  role: 'administrator' | 'secretariat';
  /** Grows with every change of what its form holds. */
  edition: Generated<number>;
  created_at: DefaultMoment;
  /** Since when this official may not come in any more. */
  stopped_at: OptionalMoment;
}

/** A one-time code with which an official sets the first password, or a new one after a reset. */
export interface OfficialInvitationTable {
  code_hash: string;
  official_id: number;
  invited_by: number | null;
  invited_at: DefaultMoment;
  expires_at: Moment;
  used_at: OptionalMoment;
}

export interface SessionTable {
  id: Generated<number>;
  token_hash: string;
  official_id: number | null;
  notice_id: number | null;
  created_at: DefaultMoment;
  expires_at: Moment;
  /** Windows・Chrome; '' where it is not known. */
  device: Generated<string>;
  last_used_at: DefaultMoment;
  /** When the password or a passkey was last shown in it. */
  proven_at: DefaultMoment;
}

export interface PasskeyTable {
  id: Generated<number>;
  official_id: number;
  name: string;
  credential_id: string;
  public_key: Uint8Array;
  /** How often the device says it was used. */
  counter: number;
  transports: string[];
  created_at: DefaultMoment;
  last_used_at: OptionalMoment;
}

export interface PasskeyChallengeTable {
  step_hash: string;
  official_id: number;
  purpose: 'sign-in' | 'proof' | 'registration';
  challenge: string;
  expires_at: Moment;
}

/** When a member's present visit began, and the one before it. */
export interface MemberVisitTable {
  member_id: number;
  visited_at: Moment;
  before_at: Date | null;
}

/** How the application looks to a member. */
export interface MemberAppearanceTable {
  member_id: number;
  text_size: 'normal' | 'large' | 'largest';
  contrast: 'normal' | 'high';
  motion: 'normal' | 'reduced';
}

/** How often something was tried that may be guessed, until `ends_at`; older rows mean nothing. */
export interface AttemptTable {
  key: string;
  count: number;
  ends_at: Moment;
}
