import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import type { Kysely, Transaction } from 'kysely';
import type { AcknowledgementInput, Hindrance, Hindrances } from '../../../contract/comparisons.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { editableComparisons } from '../../access/editable.ts';
import { readableComparisons } from '../../access/readable.ts';
import { officialIn } from '../../access/rule.ts';
import type { Official, Viewer } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import type { Files } from '../../files/files.ts';

interface Needs {
  readonly db: Kysely<Tables>;
  readonly files: Files;
}

/** What makes the newer paper hard to compare with the older, with what officials said of it. Throws `not_found`. */
export async function findHindrances({ db, files }: Needs, viewer: Viewer, id: number): Promise<Hindrances> {
  const comparison = await findEditable(db, officialIn(viewer), id);
  // a withdrawn paper can be edited, so that it comes back, but not read
  const readable = await readableComparisons(db, viewer).select('id').where('id', '=', id).executeTakeFirst();
  if (!readable) throw new DomainError('not_found');
  const { sha256, computedAt } = comparison;
  if (sha256 === null || computedAt === null) return { ready: false, hindrances: [] };
  const found: Omit<Hindrance, 'acknowledged'>[] = JSON.parse(gunzipSync(await buffer(files.open(sha256))).toString());
  const said = await acknowledgements(db, comparison)
    .innerJoin('official', 'official.id', 'hindrance_acknowledgement.made_by')
    .select(['key', 'official.name as by', 'made_at as at'])
    .execute();
  const perKey = new Map(said.map(({ key, by, at }) => [key, { by, at: at.toISOString() }]));
  return { ready: true, hindrances: found.map((one) => ({ ...one, acknowledged: perKey.get(one.key) ?? null })) };
}

/** Stores that an official has seen these and leaves them so, or takes that back; said twice it holds once. Throws `not_found`. */
export async function acknowledgeHindrances(
  db: Kysely<Tables>,
  official: Official,
  id: number,
  { keys, acknowledged }: AcknowledgementInput,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const comparison = await findEditable(transaction, official, id);
    const changed = acknowledged
      ? await addMissing(transaction, official, comparison, keys)
      : await undo(transaction, official, comparison, keys);
    if (changed === 0) return;
    const act = acknowledged ? 'hindrances-acknowledged' : 'hindrances-opened-again';
    await recordAct(transaction, official, act, { document: comparison.newerDocument }, { hindrances: changed });
  });
}

interface Documents {
  readonly olderDocument: number;
  readonly newerDocument: number;
}

async function addMissing(
  transaction: Transaction<Tables>,
  official: Official,
  documents: Documents,
  keys: readonly string[],
): Promise<number> {
  const { olderDocument, newerDocument } = documents;
  // two officials at once wait here for each other
  await transaction.selectFrom('document').select('id').where('id', '=', newerDocument).forUpdate().execute();
  const known = new Set((await acknowledgements(transaction, documents).select('key').execute()).map(({ key }) => key));
  const missing = [...new Set(keys)].filter((key) => !known.has(key));
  if (missing.length === 0) return 0;
  const row = { older_document_id: olderDocument, newer_document_id: newerDocument, made_by: official.id };
  await transaction
    .insertInto('hindrance_acknowledgement')
    .values(missing.map((key) => ({ ...row, key })))
    .execute();
  return missing.length;
}

async function undo(
  transaction: Transaction<Tables>,
  official: Official,
  { olderDocument, newerDocument }: Documents,
  keys: readonly string[],
): Promise<number> {
  const undone = await transaction
    .updateTable('hindrance_acknowledgement')
    .set({ undone_at: new Date(), undone_by: official.id })
    .where('older_document_id', '=', olderDocument)
    .where('newer_document_id', '=', newerDocument)
    .where('undone_at', 'is', null)
    .where('key', 'in', keys)
    .executeTakeFirstOrThrow();
  return Number(undone.numUpdatedRows);
}

/** Those in force of two documents. */
function acknowledgements(db: Kysely<Tables>, { olderDocument, newerDocument }: Documents) {
  return db
    .selectFrom('hindrance_acknowledgement')
    .where('older_document_id', '=', olderDocument)
    .where('newer_document_id', '=', newerDocument)
    .where('undone_at', 'is', null);
}

async function findEditable(db: Kysely<Tables>, official: Official, id: number) {
  const comparison = await editableComparisons(db, official)
    .select(['comparison.hindrances_sha256 as sha256', 'comparison.computed_at as computedAt'])
    .where('comparison.id', '=', id)
    .executeTakeFirst();
  if (!comparison) throw new DomainError('not_found');
  return comparison;
}
