import { japaneseDate } from '../../../domain/japanese/date.ts';
import { printedCode } from '../../../domain/meetings/key.ts';
import { fullTitle } from '../../../domain/meetings/ordinal.ts';
import type { MadeKey } from './keep-keys.ts';
import { heldTime, type Occasion } from './letter.ts';

/** What an official sends to a member by e-mail: the usual sentences around the link, which is theirs alone. */
export function messageTo(
  { city, meeting, publicUrl }: Occasion,
  { member, link: { key }, typed: { code } }: MadeKey,
): { subject: string; text: string; link: string } {
  const link = `${publicUrl}/M/${key}`;
  const title = fullTitle(meeting);
  const held = [
    `日時　${japaneseDate(meeting.held_on)}　${heldTime(meeting.starts_at, meeting.ends_at)}`,
    ...(meeting.place === '' ? [] : [`場所　${meeting.place}`]),
  ];
  const reply =
    meeting.reply_by === null
      ? []
      : ['', `出欠と紙の資料のご希望は、${japaneseDate(meeting.reply_by)}までに、資料の画面でお知らせください。`];
  const sender = [`${city.name}${meeting.department}`, `電話　${meeting.phone}`];
  return {
    link,
    subject: `${title}の会議資料`,
    text: [
      ...[`${member.name}${member.honorific}`, '', `${title}の資料を、次のリンクから御覧いただけます。`, ''],
      ...[...held, '', '▼資料を開く', link, ''],
      ...['リンクに触れても開かないときは、次のアドレスを開き、コードを入力してください。'],
      ...[`アドレス　${publicUrl}`, `コード　${printedCode(code)}`, ''],
      ...['このリンクとコードは、あなた専用です。ほかの方に転送しないでください。', ...reply, ''],
      ...sender,
      ...(meeting.email === '' ? [] : [meeting.email]),
    ].join('\n'),
  };
}
