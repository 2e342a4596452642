import { Type } from 'typebox';
import { acts } from '../domain/meetings/act.ts';
import { Id, IsoDate, Moment, Nullable } from './fields.ts';

export const ActName = Type.Enum([...acts]);

const filter = {
  /** Found in names of people, of what was done to, and in file names. */
  words: Type.Optional(Type.String({ maxLength: 100 })),
  act: Type.Optional(ActName),
  official: Type.Optional(Id),
  /** Days in Japan, both among them. */
  from: Type.Optional(IsoDate),
  to: Type.Optional(IsoDate),
};

/** `before` is the id of the last entry of the answer before. */
export const AuditQuery = Type.Object({ ...filter, before: Type.Optional(Id) });
export type AuditQuery = Type.Static<typeof AuditQuery>;
export const AuditTableQuery = Type.Object(filter);
export type AuditFilter = Type.Static<typeof AuditTableQuery>;

export const AuditEntry = Type.Object({
  id: Id,
  at: Moment,
  act: ActName,
  /** The name at that time; '' where nobody is known. */
  actor: Type.String(),
  /** A member by a letter, and not an official. */
  byMember: Type.Boolean(),
  network: Type.String(),
  committeeName: Nullable(Type.String()),
  subject: Type.String(),
  detail: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
});
export type AuditEntry = Type.Static<typeof AuditEntry>;

/** Newest first. */
export const AuditTrail = Type.Object({
  entries: Type.Array(AuditEntry),
  more: Type.Boolean(),
  /** Whom the trail can be narrowed to. */
  officials: Type.Array(Type.Object({ id: Id, name: Type.String() })),
});
export type AuditTrail = Type.Static<typeof AuditTrail>;
