import type { Kysely } from 'kysely';
import type { Appearance } from '../../../contract/sessions.ts';
import type { MemberViewer } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';

/** From now on the application looks so to this member, also on other devices. */
export async function keepAppearance(db: Kysely<Tables>, { id }: MemberViewer, chosen: Appearance): Promise<void> {
  const { textSize: text_size, contrast, motion } = chosen;
  await db
    .insertInto('member_appearance')
    .values({ member_id: id, text_size, contrast, motion })
    .onConflict((conflict) => conflict.column('member_id').doUpdateSet({ text_size, contrast, motion }))
    .execute();
}

export async function findAppearance(db: Kysely<Tables>, { id }: MemberViewer): Promise<Appearance | null> {
  const row = await db
    .selectFrom('member_appearance')
    .select(['text_size as textSize', 'contrast', 'motion'])
    .where('member_id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}
