import { Type } from 'typebox';
import { Id, IsoDate, Lines, Moment, Nullable, OptionalLine } from './fields.ts';

/** What the letters say beside the meeting itself. */
export const LetterWords = Type.Object({
  documentNumber: OptionalLine(40, '文書番号: あ行経第123号'),
  issuedOn: IsoDate,
  note: Lines(300),
});
export type LetterWords = Type.Static<typeof LetterWords>;

/** A letter to be looked at before it is printed: that to this member, else to the first. */
export const SpecimenInput = Type.Object({ ...LetterWords.properties, memberId: Type.Optional(Id) });
export type SpecimenInput = Type.Static<typeof SpecimenInput>;

export const NoticeInput = Type.Object({
  /** In the order of printing; null prints one for every present member whose letter can be printed. */
  memberIds: Nullable(Type.Array(Id, { minItems: 1, maxItems: 1000 })),
  ...LetterWords.properties,
  /** True revokes the earlier keys of these members for this meeting. */
  revokeEarlier: Type.Boolean(),
});
export type NoticeInput = Type.Static<typeof NoticeInput>;

/** For whom a link is made that is sent as text. */
export const MessageInput = Type.Object({ memberId: Id });
export type MessageInput = Type.Static<typeof MessageInput>;

/** A member's own link with the usual sentences around it; `qr` is a picture of it (SVG). */
export const Message = Type.Object({
  /** The member's e-mail address; '' where the office knows none. */
  to: Type.String(),
  subject: Type.String(),
  text: Type.String(),
  link: Type.String(),
  qr: Type.String(),
});
export type Message = Type.Static<typeof Message>;

/** What is shown to a hall: the meeting's address, which holds no key, and its picture (SVG). */
export const Wall = Type.Object({ address: Type.String(), entrance: Type.String(), qr: Type.String() });
export type Wall = Type.Static<typeof Wall>;

export const Notice = Type.Object({
  id: Id,
  issuedAt: Moment,
  firstOpenedAt: Nullable(Moment),
  lastOpenedAt: Nullable(Moment),
  revokedAt: Nullable(Moment),
  expiresAt: Moment,
});
export type Notice = Type.Static<typeof Notice>;

/** A member of the meeting's committee with the letters sent for this meeting, newest first. */
export const NoticeRow = Type.Object({
  memberId: Id,
  name: Type.String(),
  position: Type.String(),
  addressed: Type.Boolean({ description: 'an address is on file' }),
  postalCode: Type.String(),
  unprintable: Type.String({
    description: 'characters that no font draws: the letter waits; empty where there is none',
  }),
  notices: Type.Array(Notice),
});
export type NoticeRow = Type.Static<typeof NoticeRow>;
/** What the letters would be without: the city's sender, the place, the agenda, the materials. */
export const Lack = Type.Union([
  Type.Literal('sender'),
  Type.Literal('place'),
  Type.Literal('agenda'),
  Type.Literal('materials'),
]);
export type Lack = Type.Static<typeof Lack>;

export const NoticeList = Type.Object({ rows: Type.Array(NoticeRow), lacks: Type.Array(Lack) });
export type NoticeList = Type.Static<typeof NoticeList>;
