import type { Kysely } from 'kysely';
import type { Message } from '../../../contract/notices.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { printedCode } from '../../../domain/meetings/key.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import { disarmed } from '../../http/downloads.ts';
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

const words = { documentNumber: '', issuedOn: '', note: '' };

/** A key of one member's own as text and as a picture, for an e-mail in the place of a letter. Throws `not_found`, `no_members`. */
export async function issueMessage(
  { db, keys, publicUrl }: Needs,
  official: Official,
  meetingId: number,
  memberId: number,
): Promise<Message> {
  const occasion = await findOccasion(db, official, meetingId, words, publicUrl);
  const member = (await listPresentMembers(db, meetingId)).find(({ id }) => id === memberId);
  if (!member) throw new DomainError('no_members');
  const made = makeKey(keys, member);
  await db.transaction().execute(async (transaction) => {
    const [notice = 0] = await keepKeys(transaction, official, occasion.meeting, [made], false);
    await recordAct(transaction, official, 'message-issued', { notice });
  });
  const { link, ...message } = messageTo(occasion, made);
  return { ...message, to: member.email, link, qr: qrCodeSvg(link.toUpperCase()) };
}

/** The same for every present member, as a table for a program that sends e-mails. Throws `not_found`, `no_members`. */
export async function issueMessages({ db, keys, publicUrl }: Needs, official: Official, meetingId: number) {
  const occasion = await findOccasion(db, official, meetingId, words, publicUrl);
  const made = (await listPresentMembers(db, meetingId)).map((member) => makeKey(keys, member));
  if (made.length === 0) throw new DomainError('no_members');
  await db.transaction().execute(async (transaction) => {
    await keepKeys(transaction, official, occasion.meeting, made, false);
    await recordAct(transaction, official, 'messages-issued', { meeting: meetingId }, { letters: made.length });
  });
  const rows = made.map((one) => {
    const { subject, text, link } = messageTo(occasion, one);
    return [
      disarmed(one.member.name),
      disarmed(one.member.email),
      disarmed(subject),
      disarmed(text),
      link,
      printedCode(one.typed.code),
    ];
  });
  return {
    title: occasion.meeting.title,
    table: [['氏名', 'メールアドレス', '件名', '本文', 'リンク', 'コード'], ...rows],
  };
}
