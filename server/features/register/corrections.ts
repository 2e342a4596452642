import type { Kysely, Selectable, Transaction } from 'kysely';
import type { InitiativePlace, RegisterCorrectionInput } from '../../../contract/register.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { editableDocuments, requireCommittee } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { RegisterCorrectionTable } from '../../database/register-tables.ts';
import type { Tables } from '../../database/tables.ts';

export type CorrectionRow = Selectable<RegisterCorrectionTable> & { readonly madeBy: string };

/** What people said of these documents and did not take back, oldest first. */
export async function listCorrections(db: Kysely<Tables>, documentIds: readonly number[]): Promise<CorrectionRow[]> {
  if (documentIds.length === 0) return [];
  return db
    .selectFrom('register_correction')
    .innerJoin('official', 'official.id', 'register_correction.made_by')
    .selectAll('register_correction')
    .select('official.name as madeBy')
    .where('document_id', 'in', documentIds)
    .where((eb) => eb.or([eb('other_document_id', 'is', null), eb('other_document_id', 'in', documentIds)]))
    .where('undone_at', 'is', null)
    .orderBy('register_correction.id')
    .execute();
}

/** Stores what an official said of a committee's register, all of it or nothing. Throws `not_found` and `invalid_input`. */
export async function addCorrections(
  db: Kysely<Tables>,
  official: Official,
  committeeId: number,
  input: RegisterCorrectionInput,
): Promise<void> {
  await requireCommittee(db, official, committeeId);
  await db.transaction().execute(async (transaction) => {
    await requirePapers(transaction, official, committeeId, placesOf(input));
    if (input.kind === 'same' || input.kind === 'different') await takeBackOpposite(transaction, official, input);
    await transaction
      .insertInto('register_correction')
      .values(rowsOf(input).map((row) => ({ ...row, made_by: official.id, undone_by: null })))
      .execute();
    await recordAct(transaction, official, 'register-corrected', { committee: committeeId }, { kind: input.kind });
  });
}

/** Takes a correction back; it stays on record. Throws `not_found`. */
export async function undoCorrection(db: Kysely<Tables>, official: Official, id: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const documents = () => editableDocuments(transaction, official).select('document.id');
    const undone = await transaction
      .updateTable('register_correction')
      .set({ undone_at: new Date(), undone_by: official.id })
      .where('id', '=', id)
      .where('undone_at', 'is', null)
      .where('document_id', 'in', documents())
      .where((eb) => eb.or([eb('other_document_id', 'is', null), eb('other_document_id', 'in', documents())]))
      .returning('document_id as document')
      .executeTakeFirst();
    if (!undone) throw new DomainError('not_found');
    await recordAct(
      transaction,
      official,
      'register-correction-undone',
      { document: undone.document },
      { correction: id },
    );
  });
}

function placesOf(input: RegisterCorrectionInput): readonly InitiativePlace[] {
  if (input.kind === 'values') return [input.place];
  if (input.kind === 'hidden') return input.places;
  return [input.place, ...othersOf(input)];
}

type Paired = Extract<RegisterCorrectionInput, { kind: 'same' | 'different' }>;
const othersOf = (input: Paired) => (input.kind === 'same' ? [input.other] : input.others);

/** Papers of the committee; two initiatives of one paper are never the same. */
async function requirePapers(
  transaction: Transaction<Tables>,
  official: Official,
  committeeId: number,
  places: readonly InitiativePlace[],
): Promise<void> {
  const ids = [...new Set(places.map(({ documentId }) => documentId))];
  const found = await editableDocuments(transaction, official)
    .select('document.id')
    .where('meeting.committee_id', '=', committeeId)
    .where('document.id', 'in', ids)
    .execute();
  if (found.length < ids.length) throw new DomainError('not_found');
}

/** The newest word holds: saying that two are the same takes back that they are not, and the other way round. */
async function takeBackOpposite(transaction: Transaction<Tables>, official: Official, input: Paired): Promise<void> {
  for (const other of othersOf(input)) {
    if (other.documentId === input.place.documentId) throw new DomainError('invalid_input');
    for (const [one, two] of [
      [input.place, other],
      [other, input.place],
    ] as const)
      await transaction
        .updateTable('register_correction')
        .set({ undone_at: new Date(), undone_by: official.id })
        .where('undone_at', 'is', null)
        .where('kind', '=', input.kind === 'same' ? 'different' : 'same')
        .where('document_id', '=', one.documentId)
        .where('other_document_id', '=', two.documentId)
        .where((eb) => eb(eb.ref('place', '->>').key('name'), '=', one.name))
        .where((eb) => eb(eb.ref('other_place', '->>').key('name'), '=', two.name))
        .execute();
  }
}

const stored = ({ number, name, page }: InitiativePlace) => JSON.stringify({ number, name, page });
const nothing = { field: null, value: null, other_document_id: null, other_place: null };

function rowsOf(input: RegisterCorrectionInput) {
  const about = (place: InitiativePlace) => ({ document_id: place.documentId, place: stored(place) });
  if (input.kind === 'values')
    return input.values.map(({ field, text, stateKind }) => ({
      ...{ ...nothing, ...about(input.place), kind: 'value' as const, field },
      value: JSON.stringify({ text: text.trim(), stateKind: stateKind ?? null }),
    }));
  if (input.kind === 'hidden')
    return input.places.map((place) => ({ ...nothing, ...about(place), kind: 'hidden' as const }));
  return othersOf(input).map((other) => ({
    ...{ ...nothing, ...about(input.place), kind: input.kind },
    ...{ other_document_id: other.documentId, other_place: stored(other) },
  }));
}
