import { gzipSync } from 'node:zlib';
import type { TestApp } from '../../portal.ts';
import { type Cast, secretWord } from './cast.ts';
import { documentOf } from './rules.ts';

/** A computed comparison of two revisions (plain-1+later-1) that says the words of both, and a correction of it. */
export async function insertComparison({ db, files }: TestApp, cast: Cast, pair: string): Promise<void> {
  const [older = '', newer = ''] = pair.split('+');
  const words = `${secretWord(older)} ${secretWord(newer)}`;
  const changes = await files.put(gzipSync(JSON.stringify([changeOf(words)])));
  const hindrances = await files.put(gzipSync(JSON.stringify([hindranceOf(words)])));
  const comparison = await db
    .insertInto('comparison')
    .values({
      older_revision_id: cast.revisions[older]!,
      newer_revision_id: cast.revisions[newer]!,
      years_apart: 1,
      state: 'ready',
      failure: null,
      engine_version: 1,
      computed_at: new Date('2024-01-01T00:00:00Z'),
      changes_sha256: changes.sha256,
      hindrances_sha256: hindrances.sha256,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  cast.comparisons[pair] = comparison.id;
  const place = { page: 1, box: [0, 0, 9, 9], label: words, parents: [] };
  const line = { index: 0, kind: 'row' as const, place, other: place, nearest: null, values: [] };
  await db
    .insertInto('comparison_page')
    .values({
      comparison_id: comparison.id,
      side: 'newer',
      page: 1,
      lines: JSON.stringify([{ ...line, confidence: 1, moved: false, correctionId: null }]),
    })
    .execute();
  const { id } = await db.selectFrom('official').select('id').orderBy('id').limit(1).executeTakeFirstOrThrow();
  const correction = await db
    .insertInto('correction')
    .values({
      older_document_id: cast.documents[documentOf(older)]!,
      newer_document_id: cast.documents[documentOf(newer)]!,
      kind: 'page',
      older: '1',
      newer: '1',
      made_by: id,
      undone_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  cast.corrections[pair] = correction.id;
}

function hindranceOf(text: string) {
  const place = { page: 1, pageLabel: null, text, box: [0, 0, 9, 9] };
  return { key: text, kind: 'gone', path: [text], older: place, newer: null, rows: 1 };
}

function changeOf(text: string) {
  const place = { page: 1, pageLabel: null, text, value: 1, unit: null, box: [0, 0, 9, 9] };
  const names = { kind: 'changed', label: text, parents: [], column: [] };
  return { ...names, older: place, newer: place, difference: 0, rate: 0, confidence: 1 };
}
