import { Type } from 'typebox';
import { Id, IsoDate, Moment, Nullable, OptionalLine } from './fields.ts';

/** What the letters say beside the meeting itself. */
export const NoticeInput = Type.Object({
  /** Null prints one for every present member. */
  memberIds: Nullable(Type.Array(Id, { minItems: 1, maxItems: 1000 })),
  documentNumber: Type.String({ maxLength: 40, description: '文書番号: あ行経第123号' }),
  issuedOn: IsoDate,
  note: OptionalLine(300),
  /** True revokes the earlier keys of these members for this meeting. */
  revokeEarlier: Type.Boolean(),
});
export type NoticeInput = Type.Static<typeof NoticeInput>;

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
  notices: Type.Array(Notice),
});
export type NoticeRow = Type.Static<typeof NoticeRow>;
export const NoticeList = Type.Object({ rows: Type.Array(NoticeRow) });
export type NoticeList = Type.Static<typeof NoticeList>;
