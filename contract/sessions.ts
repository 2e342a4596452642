import { Type } from 'typebox';
import { Id, Line, Nullable } from './fields.ts';

export const Role = Type.Union([Type.Literal('administrator'), Type.Literal('secretariat')]);

/** Who this browser is. Both may be present: an official who tries a member's letter keeps both. */
export const Session = Type.Object({
  cityName: Type.String(),
  setUpNeeded: Type.Boolean(),
  official: Nullable(Type.Object({ id: Id, name: Type.String(), email: Type.String(), role: Role })),
  member: Nullable(
    Type.Object({ id: Id, name: Type.String(), committeeId: Id, committeeName: Type.String(), meetingId: Id }),
  ),
  /** Why the letter that this browser came in by opens no more, and whose committee to phone; null while it opens, or where there was none. */
  ended: Nullable(
    Type.Object({ reason: Type.Union([Type.Literal('revoked'), Type.Literal('expired')]), committeeId: Id }),
  ),
});
export type Session = Type.Static<typeof Session>;

export const SignIn = Type.Object({ email: Line(254), password: Type.String({ minLength: 1, maxLength: 200 }) });
export type SignIn = Type.Static<typeof SignIn>;

export const SetUp = Type.Object({
  code: Line(40),
  cityName: Line(40),
  name: Line(60),
  email: Type.String({ maxLength: 254, pattern: '^[^\\s@]+@[^\\s@]+$' }),
  password: Type.String({ minLength: 12, maxLength: 200 }),
});
export type SetUp = Type.Static<typeof SetUp>;

export const TypedCode = Type.Object({ code: Line(40) });
export type TypedCode = Type.Static<typeof TypedCode>;

export const OpenedByCode = Type.Object({ meetingId: Id });
export type OpenedByCode = Type.Static<typeof OpenedByCode>;

/** Which door to sign out of. */
export const SignOutQuery = Type.Object({ who: Type.Union([Type.Literal('official'), Type.Literal('member')]) });
