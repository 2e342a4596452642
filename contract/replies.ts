import { Type } from 'typebox';
import { attendances, paperWishes } from '../domain/meetings/reply.ts';
import { DocumentKind } from './documents.ts';
import { Id, IsoDate, Lines, Moment, Nullable } from './fields.ts';

/** What a member answers to a notice. `documentIds` are those wished on paper where `paper` is some, else none. */
export const ReplyInput = Type.Object({
  attendance: Nullable(Type.Enum([...attendances])),
  word: Lines(300),
  paper: Type.Enum([...paperWishes]),
  documentIds: Type.Array(Id, { maxItems: 500 }),
});
export type ReplyInput = Type.Static<typeof ReplyInput>;

/** The member's own; `open` while they may still change it, until the end of `lastDay`. */
export const OwnReply = Type.Object({
  ...ReplyInput.properties,
  answeredAt: Nullable(Moment),
  lastDay: IsoDate,
  open: Type.Boolean(),
});
export type OwnReply = Type.Static<typeof OwnReply>;

/** Enters what a member said on the telephone; `seenAt` is the answer's time that the official saw. */
export const EnteredReply = Type.Object({ ...ReplyInput.properties, seenAt: Nullable(Moment) });
export type EnteredReply = Type.Static<typeof EnteredReply>;

/** A member who is on the committee on the day. Which pages they read is told to nobody. */
export const ReplyRow = Type.Object({
  ...ReplyInput.properties,
  memberId: Id,
  name: Type.String(),
  position: Type.String(),
  answeredAt: Nullable(Moment),
  /** An official entered it. */
  entered: Type.Boolean(),
  /** When they last opened the meeting's letter or one of its materials. */
  openedAt: Nullable(Moment),
});
export type ReplyRow = Type.Static<typeof ReplyRow>;

/** A document with how often it is printed. */
export const PrintedPaper = Type.Object({
  id: Id,
  kind: DocumentKind,
  number: Type.String(),
  title: Type.String(),
  pages: Type.Integer(),
  copies: Type.Integer(),
  /** Of one copy. */
  leaves: Type.Integer(),
});
export type PrintedPaper = Type.Static<typeof PrintedPaper>;

export const ReplyList = Type.Object({
  lastDay: IsoDate,
  rows: Type.Array(ReplyRow),
  papers: Type.Array(PrintedPaper),
});
export type ReplyList = Type.Static<typeof ReplyList>;

/** Of one member, or of all who wish paper. */
export const WishedPapersQuery = Type.Object({ member: Type.Optional(Id) });

export const ReplyParams = Type.Object({ id: Id, member: Id });
