import type { Member } from '../../../contract/committees.ts';
import { isPostalCode } from '../../../domain/japanese/contact.ts';
import { disarmed } from '../../http/downloads.ts';

/** The list of members as a table, under the headings that it is read back by (office-paste-members). */
export function memberTable(members: readonly Member[]): string[][] {
  const present = members.filter(({ leftOn }) => leftOn === null);
  const headings = [
    '順',
    '氏名',
    '敬称',
    'ふりがな',
    '職',
    '郵便番号',
    '住所',
    'メールアドレス',
    '任期の初め',
    '任期の終わり',
  ];
  const rows = present.map(
    ({ name, honorific, kana, position, postalCode, address, email, termFrom, termTo }, index) => [
      String(index + 1),
      // no spreadsheet takes 123-4567 for a date
      ...[name, honorific, kana, position, postalCode, address, email].map((cell) =>
        isPostalCode(cell) ? cell : disarmed(cell),
      ),
      ...[termFrom, termTo],
    ],
  );
  return [headings, ...rows];
}
