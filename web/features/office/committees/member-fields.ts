import type { MemberInput } from '../../../../contract/committees.ts';

export type MemberField = keyof typeof memberFieldNames;

/** What a form, a list and a spreadsheet hold of a member, as an official calls it. */
export const memberFieldNames = {
  ...{ name: '氏名', honorific: '敬称', kana: 'ふりがな', position: '職', postalCode: '郵便番号', address: '住所' },
  email: 'メールアドレス',
  ...{ termFrom: '任期の初め', termTo: '任期の終わり' },
};

export const heldOf = (member: MemberInput): Record<MemberField, string> => {
  const { name, kana, position, postalCode, address, termFrom, termTo, honorific = '様', email = '' } = member;
  return { name, honorific, kana, position, postalCode, address, email, termFrom, termTo };
};
