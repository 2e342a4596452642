import type { Generated, JSONColumnType } from 'kysely';
import type { InitiativePlace } from '../../domain/initiatives/find-initiative.ts';
import type { CorrectedField, Initiative, StateKind } from '../../domain/initiatives/initiative.ts';
import type { ProcessingState } from '../../domain/meetings/document.ts';
import type { DefaultMoment, OptionalMoment } from './moments.ts';

export interface InitiativeReadingTable {
  revision_id: number;
  state: Generated<ProcessingState>;
  reader_version: number | null;
  read_at: OptionalMoment;
  meeting_year: number | null;
  fiscal_year: number | null;
  initiatives: JSONColumnType<Initiative[], string | undefined, string>;
  created_at: DefaultMoment;
}

/** What a person set a field of an initiative to; an empty text: the paper says nothing. */
export interface StoredRegisterValue {
  text: string;
  stateKind: StateKind | null;
}

export interface RegisterCorrectionTable {
  id: Generated<number>;
  kind: 'value' | 'same' | 'different' | 'hidden';
  document_id: number;
  place: JSONColumnType<InitiativePlace, string, never>;
  field: CorrectedField | null;
  value: JSONColumnType<StoredRegisterValue | null, string | null, never>;
  other_document_id: number | null;
  other_place: JSONColumnType<InitiativePlace | null, string | null, never>;
  made_by: number;
  made_at: DefaultMoment;
  undone_at: OptionalMoment;
  undone_by: number | null;
}
