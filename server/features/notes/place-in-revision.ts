import { type Kysely, type Selectable, sql } from 'kysely';
import type { Note } from '../../../contract/notes.ts';
import type { Size } from '../../../domain/notes/geometry.ts';
import type { NoteContent } from '../../../domain/notes/note.ts';
import { type Placement, placeNotes, type WrittenPage } from '../../../domain/notes/place-notes.ts';
import { comparedPage } from '../../access/compared-page.ts';
import type { NoteTable } from '../../database/note-tables.ts';
import type { Tables } from '../../database/tables.ts';

export type NoteRow = Pick<Selectable<NoteTable>, 'id' | 'version' | 'revision_id' | 'page' | 'content' | 'written_at'>;

/**
 * Notes of one paper as they stand in one of its versions: those of other versions go with their lines, by the comparison of the
 * two. `readable` are the versions that can still be read: of others nothing is waited for.
 */
export async function placeInRevision(
  db: Kysely<Tables>,
  rows: readonly NoteRow[],
  revisionId: number,
  readable: ReadonlySet<number>,
): Promise<Note[]> {
  const others = Map.groupBy(
    rows.filter(({ revision_id }) => revision_id !== revisionId),
    ({ revision_id }) => revision_id,
  );
  const found = new Map<number, Map<string, Placement | null> | null>();
  for (const [from, written] of others) found.set(from, await placeFrom(db, written, from, revisionId));
  return rows.map((row) => {
    const placements = found.get(row.revision_id);
    const placement = placements?.get(row.id) ?? null;
    const isWaiting = placements === null && readable.has(row.revision_id);
    const place =
      row.revision_id === revisionId ? 'here' : placement ? 'moved' : isWaiting ? 'waiting' : ('unplaced' as const);
    return { ...noteOf(row), place, placement };
  });
}

function noteOf({ id, version, revision_id: revisionId, page, content, written_at }: NoteRow) {
  return { id, version, revisionId, page, content: content as NoteContent, writtenAt: written_at.toISOString() };
}

/** Null where the two versions are not compared yet. */
async function placeFrom(
  db: Kysely<Tables>,
  rows: readonly NoteRow[],
  from: number,
  to: number,
): Promise<Map<string, Placement | null> | null> {
  const comparison = await db
    .selectFrom('comparison')
    .select(['id', 'pages', 'older_revision_id as older'])
    .where((eb) =>
      eb.or([
        eb.and([eb('older_revision_id', '=', from), eb('newer_revision_id', '=', to)]),
        eb.and([eb('older_revision_id', '=', to), eb('newer_revision_id', '=', from)]),
      ]),
    )
    .where('computed_at', 'is not', null)
    .executeTakeFirst();
  if (!comparison) return null;
  const [side, far] = comparison.older === from ? (['older', 'newer'] as const) : (['newer', 'older'] as const);
  const pairs = new Map(comparison.pages.map((pair) => [pair[side], pair[far]]));
  const sizes = await pageSizes(db, to);
  const placed = new Map<string, Placement | null>();
  for (const [number, written] of Map.groupBy(rows, ({ page }) => page)) {
    const page = await writtenPage(
      db,
      { comparison: comparison.id, side, from, to, number },
      pairs.get(number) ?? null,
    );
    const notes = written.map(({ id, content, written_at }) => ({
      ...{ id, content: content as NoteContent, writtenAt: written_at.getTime() },
    }));
    const placements = page ? placeNotes(notes, page, (there) => sizes.get(there) ?? null) : new Map<string, null>();
    for (const { id } of notes) placed.set(id, placements.get(id) ?? null);
  }
  return placed;
}

async function pageSizes(db: Kysely<Tables>, revisionId: number): Promise<Map<number, Size>> {
  const pages = await db
    .selectFrom('page')
    .select(['number', 'width', 'height'])
    .where('revision_id', '=', revisionId)
    .execute();
  return new Map(pages.map(({ number, width, height }) => [number, { width, height }]));
}

interface Asked {
  readonly comparison: number;
  readonly side: 'older' | 'newer';
  readonly from: number;
  readonly to: number;
  readonly number: number;
}

/** Null where nothing of the page is there any more. */
async function writtenPage(
  db: Kysely<Tables>,
  { comparison, side, from, to, number }: Asked,
  pair: number | null,
): Promise<WrittenPage | null> {
  const page = await db
    .selectFrom('page')
    .select(['width', 'height'])
    .select((eb) =>
      eb
        .selectFrom('page as there')
        .select('there.number')
        .where('there.revision_id', '=', to)
        .whereRef('there.large_sha256', '=', 'page.large_sha256')
        // of several that look the same, the one that stands beside it
        .orderBy(sql`abs(there.number - ${pair ?? number})`)
        .limit(1)
        .as('same'),
    )
    .where('revision_id', '=', from)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!page) return null;
  const compared = await comparedPage(db, comparison, side, number);
  const lines = compared.map(({ place, other }) => ({ box: place.box, other }));
  return { size: { width: page.width, height: page.height }, lines, same: page.same, pair };
}
