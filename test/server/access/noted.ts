import { randomUUID } from 'node:crypto';
import type { TestApp } from '../../portal.ts';
import { type Cast, secretWord } from './cast.ts';

export const noteWord = (member: string) => `note-of-${member}`;

/** Every member has written on every paper, also where they may not read it any more. */
export async function insertNotes({ db }: TestApp, cast: Cast): Promise<void> {
  const revisions = await db.selectFrom('revision').select(['id', 'document_id']).execute();
  for (const [name, member] of Object.entries(cast.members))
    await db
      .insertInto('note')
      .values(
        revisions.map(({ id, document_id }) => ({
          ...{ id: randomUUID(), member_id: member, document_id, revision_id: id, page: 1, version: 1 },
          ...{ edit_id: randomUUID(), written_at: new Date('2024-01-01T00:00:00Z') },
          content: JSON.stringify({ kind: 'text', x: 0.1, y: 0.1, words: secretWord(noteWord(name)) }),
        })),
      )
      .execute();
}
