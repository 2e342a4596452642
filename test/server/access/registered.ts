import type { Initiative } from '../../../domain/initiatives/initiative.ts';
import type { TestApp } from '../../portal.ts';
import { type Cast, secretWord } from './cast.ts';
import { documentOf } from './rules.ts';

/** One initiative read of every revision, which says the revision's word. */
export async function insertReadings({ db }: TestApp, cast: Cast): Promise<void> {
  for (const [name, id] of Object.entries(cast.revisions)) {
    await db
      .insertInto('initiative_reading')
      .values({
        revision_id: id,
        state: 'ready',
        reader_version: 1,
        read_at: new Date('2024-01-01T00:00:00Z'),
        meeting_year: 2024,
        fiscal_year: 2024,
        initiatives: JSON.stringify([initiativeOf(secretWord(name))]),
      })
      .execute();
  }
}

function initiativeOf(word: string): Initiative {
  const place = { page: 1, box: [0, 0, 9, 9], confidence: 1, doubts: [] } as const;
  const value = { ...place, text: word, value: null, unit: null, year: null };
  return {
    ...place,
    ...{ number: '1', name: word, lastPage: 1, source: 'sheet', group: word, department: word, indicator: word },
    ...{ target: value, result: value, effect: value, state: { ...place, text: word, kind: 'other', year: null } },
  };
}

/** What an official said of one revision's initiative (plain-1), or of two being the same (earlier-1+plain-1). */
export async function insertRegisterCorrection({ db }: TestApp, cast: Cast, name: string): Promise<void> {
  const [one = '', other] = name.split('+');
  const place = (revision: string) => JSON.stringify({ number: '1', name: secretWord(revision), page: 1 });
  const official = await db.selectFrom('official').select('id').orderBy('id').limit(1).executeTakeFirstOrThrow();
  const { id } = await db
    .insertInto('register_correction')
    .values({
      kind: other === undefined ? 'value' : 'same',
      document_id: cast.documents[documentOf(one)]!,
      place: place(one),
      field: other === undefined ? 'target' : null,
      value: other === undefined ? JSON.stringify({ text: secretWord(one), stateKind: null }) : null,
      other_document_id: other === undefined ? null : cast.documents[documentOf(other)]!,
      other_place: other === undefined ? null : place(other),
      made_by: official.id,
      undone_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  cast['register-corrections'][name] = id;
}
