import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { DocumentKind, Openness } from '../../domain/meetings/document.ts';
import type { ProposedDocument } from '../../domain/meetings/document-name.ts';
import type { ErrorCode } from '../../domain/meetings/error-code.ts';
import type { NameSource } from '../../domain/meetings/first-page-name.ts';
import type { YearSource } from '../../domain/meetings/paper-year.ts';
import type { AuditEntryTable } from './audit-tables.ts';
import type {
  ComparisonPageTable,
  ComparisonTable,
  CorrectionTable,
  CounterpartChoiceTable,
  HindranceAcknowledgementTable,
  PaperEntriesTable,
} from './comparison-tables.ts';
import type { DefaultMoment, OptionalMoment } from './moments.ts';
import type { NoteTable } from './note-tables.ts';
import type { InitiativeReadingTable, RegisterCorrectionTable } from './register-tables.ts';
import type { ReplyTable, WishedDocumentTable } from './reply-tables.ts';
import type { PageTable, RevisionTable } from './revision-tables.ts';
import type { PageSearchTable } from './search-tables.ts';
import type {
  AttemptTable,
  MemberAppearanceTable,
  MemberVisitTable,
  OfficialInvitationTable,
  OfficialTable,
  PasskeyChallengeTable,
  PasskeyTable,
  SessionTable,
} from './session-tables.ts';

type Moment = ColumnType<Date, Date | string, Date | string>;
/** 'YYYY-MM-DD', also when read. */
type IsoDate = string;

export interface CityTable {
  id: number;
  name: string;
  postal_code: Generated<string>;
  address: Generated<string>;
  sender_title: Generated<string>;
  sender_name: Generated<string>;
  window_left: Generated<number>;
  window_top: Generated<number>;
  window_width: Generated<number>;
  window_height: Generated<number>;
  duplex: Generated<boolean>;
  pages_per_side: Generated<number>;
  /** Per cent of all pages that are not to be printed. */
  paper_target: Generated<number | null>;
  /** Grows with every change of how paper is counted. */
  ledger_edition: Generated<number>;
  /** Officials without a passkey do nothing but register one. */
  passkeys_demanded: Generated<boolean>;
  /** Grows with every change of what its form holds. */
  edition: Generated<number>;
}

export interface CommitteeTable {
  id: Generated<number>;
  name: string;
  department: string;
  phone: string;
  email: Generated<string>;
  /** Its own sentences of its letters, with {fields}; '' for the usual ones. */
  letter_greeting: Generated<string>;
  letter_body: Generated<string>;
  /** Grows with every change of these sentences. */
  letter_edition: Generated<number>;
  /** Grows with every change of its name and contact. */
  edition: Generated<number>;
  created_at: DefaultMoment;
}

export interface CommitteeOfficialTable {
  committee_id: number;
  official_id: number;
}

export interface MemberTable {
  id: Generated<number>;
  committee_id: number;
  name: string;
  kana: Generated<string>;
  position: Generated<string>;
  postal_code: Generated<string>;
  address: Generated<string>;
  term_from: IsoDate;
  term_to: IsoDate;
  left_on: IsoDate | null;
  /** Nothing is known of the person any more. */
  erased_at: OptionalMoment;
  /** What stands after the name on a letter. */
  honorific: Generated<string>;
  /** '' where the office knows none. */
  email: Generated<string>;
  /** In lists and letters; null: after those who have one, in the order of registration. */
  place: Generated<number | null>;
  /** Grows with every change of what its form holds. */
  edition: Generated<number>;
  created_at: DefaultMoment;
}

/** A term that a member was appointed for. */
export interface MemberTermTable {
  member_id: number;
  /** From 1. */
  number: number;
  term_from: IsoDate;
  term_to: IsoDate;
  /** What the member's row held before this reappointment; null for the first term. */
  before_from: Generated<IsoDate | null>;
  before_to: Generated<IsoDate | null>;
  /** The edition of the member's row after it. */
  after_edition: Generated<number | null>;
  made_at: DefaultMoment;
}

export interface MeetingTable {
  id: Generated<number>;
  committee_id: number;
  title: string;
  held_on: IsoDate;
  starts_at: string;
  ends_at: string | null;
  place: Generated<string>;
  fiscal_year: number;
  /** The last day on which members answer by themselves; null: the day of the meeting. */
  reply_by: Generated<IsoDate | null>;
  /** 第○回; null where it is not counted. */
  ordinal: Generated<number | null>;
  /** Towards citizens; null where nothing was said yet. */
  openness: Generated<Openness | null>;
  openness_reason: Generated<string>;
  /** Grows with every change of what its form holds. */
  edition: Generated<number>;
  /** When it is to be published by itself, who wished it, and why it could not be. */
  publish_at: OptionalMoment;
  publish_planned_by: Generated<number | null>;
  publish_failure: Generated<ErrorCode | null>;
  published_at: OptionalMoment;
  created_at: DefaultMoment;
}

export interface AgendaItemTable {
  id: Generated<number>;
  meeting_id: number;
  position: number;
  /** Its numbering as the order of the day has it: (1); '' where the portal numbers. */
  mark: Generated<string>;
  level: Generated<number>;
  title: string;
}

export interface SeriesTable {
  id: Generated<number>;
  committee_id: number;
  title: string;
}

export interface DocumentTable {
  id: Generated<number>;
  meeting_id: number;
  agenda_item_id: number | null;
  series_id: number;
  kind: DocumentKind;
  number: Generated<string>;
  title: string;
  openness: Generated<Openness>;
  /** Null where the paper says nothing, and its meeting's year holds. */
  fiscal_year: Generated<number | null>;
  /** Null where nobody has looked yet. */
  fiscal_year_source: Generated<YearSource | null>;
  /** Null for documents older than this, which an official has seen. */
  name_source: Generated<NameSource | null>;
  /** What the file's name or the first page says instead, for an official to choose. */
  other_name: JSONColumnType<ProposedDocument | null, string | null | undefined, string | null>;
  position: number;
  /** Grows with every change of what its form holds. */
  edition: Generated<number>;
  withdrawn_at: OptionalMoment;
  created_at: DefaultMoment;
}

export interface NoticeTable {
  id: Generated<number>;
  meeting_id: number;
  member_id: number;
  key_hash: string;
  code_hash: string;
  issued_by: number | null;
  issued_at: DefaultMoment;
  expires_at: Moment;
  code_expires_at: Moment;
  first_opened_at: OptionalMoment;
  last_opened_at: OptionalMoment;
  revoked_at: OptionalMoment;
}

export interface ReadingPlaceTable {
  member_id: number;
  document_id: number;
  page: number;
  read_at: DefaultMoment;
  /** The revision that was open; null for places noted before it was asked. */
  revision_id: number | null;
}

export interface Tables {
  city: CityTable;
  official: OfficialTable;
  official_invitation: OfficialInvitationTable;
  passkey: PasskeyTable;
  passkey_challenge: PasskeyChallengeTable;
  committee: CommitteeTable;
  committee_official: CommitteeOfficialTable;
  member: MemberTable;
  member_term: MemberTermTable;
  meeting: MeetingTable;
  agenda_item: AgendaItemTable;
  series: SeriesTable;
  document: DocumentTable;
  revision: RevisionTable;
  page: PageTable;
  notice: NoticeTable;
  session: SessionTable;
  attempt: AttemptTable;
  reading_place: ReadingPlaceTable;
  comparison: ComparisonTable;
  comparison_page: ComparisonPageTable;
  correction: CorrectionTable;
  paper_entries: PaperEntriesTable;
  counterpart_choice: CounterpartChoiceTable;
  hindrance_acknowledgement: HindranceAcknowledgementTable;
  initiative_reading: InitiativeReadingTable;
  register_correction: RegisterCorrectionTable;
  page_search: PageSearchTable;
  reply: ReplyTable;
  member_visit: MemberVisitTable;
  member_appearance: MemberAppearanceTable;
  wished_document: WishedDocumentTable;
  note: NoteTable;
  audit_entry: AuditEntryTable;
}
