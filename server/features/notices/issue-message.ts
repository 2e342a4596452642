import type { Kysely } from 'kysely';
import type { Message } from '../../../contract/notices.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import type { Keys } from '../../http/secrets.ts';
import { qrCodeSvg } from '../../print/qr-code.ts';
import { findOccasion } from './find-occasion.ts';
import { keepKeys, makeKey } from './keep-keys.ts';
import { messageTo } from './message.ts';
import { listPresentMembers } from './queries.ts';

interface Needs {
  db: Kysely<Tables>;
  keys: Keys;
  publicUrl: string;
}

/** A key of one member's own as text and as a picture, for an e-mail in the place of a letter. Throws `not_found`, `no_members`. */
export async function issueMessage(
  { db, keys, publicUrl }: Needs,
  official: Official,
  meetingId: number,
  memberId: number,
): Promise<Message> {
  const words = { documentNumber: '', issuedOn: '', note: '' };
  const occasion = await findOccasion(db, official, meetingId, words, publicUrl);
  const member = (await listPresentMembers(db, meetingId)).find(({ id }) => id === memberId);
  if (!member) throw new DomainError('no_members');
  const made = makeKey(keys, member);
  await db.transaction().execute(async (transaction) => {
    const [notice = 0] = await keepKeys(transaction, official, occasion.meeting, [made], false);
    await recordAct(transaction, official, 'message-issued', { notice });
  });
  const link = `${publicUrl}/M/${made.link.key}`;
  return { ...messageTo(occasion, member, link, made.typed.code), link, qr: qrCodeSvg(link.toUpperCase()) };
}
