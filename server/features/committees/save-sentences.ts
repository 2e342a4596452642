import type { Kysely } from 'kysely';
import type { LetterSentences } from '../../../contract/committees.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { unknownFields } from '../../../domain/meetings/letter-sentences.ts';
import { editableCommittees, requireEdition } from '../../access/editable.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';

/** What the committee's letters say before their particulars. Throws `not_found`, `invalid_input` for a field that there is not, and `changed_elsewhere`. */
export function saveSentences(
  db: Kysely<Tables>,
  official: Official,
  id: number,
  { greeting, body, edition }: LetterSentences,
): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const stored = await editableCommittees(transaction, official)
      .select('letter_edition as edition')
      .where('committee.id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    requireEdition(stored, edition);
    const unknown = unknownFields(greeting + body);
    if (unknown.length > 0)
      throw new DomainError('invalid_input', `{${unknown.join('}、{')}}という差し込み欄はありません`);
    const values = { letter_greeting: greeting.trim(), letter_body: body.trim(), letter_edition: edition + 1 };
    await transaction.updateTable('committee').set(values).where('id', '=', id).execute();
    await recordAct(transaction, official, 'letter-sentences-changed', { committee: id });
  });
}
