import { Type } from 'typebox';
import { Email, Id, Line, Moment, NewPassword, Nullable, Password } from './fields.ts';
import { PasskeyStep } from './passkeys.ts';

export const Role = Type.Union([Type.Literal('administrator'), Type.Literal('secretariat')]);

/** How the application itself looks to a person; what is printed on the papers stays as it is. */
export const Appearance = Type.Object({
  textSize: Type.Enum(['normal', 'large', 'largest']),
  contrast: Type.Enum(['normal', 'high']),
  motion: Type.Enum(['normal', 'reduced']),
});
export type Appearance = Type.Static<typeof Appearance>;

/** Who this browser is. Both may be present: an official who tries a member's letter keeps both. */
export const Session = Type.Object({
  cityName: Type.String(),
  setUpNeeded: Type.Boolean(),
  official: Nullable(Type.Object({ id: Id, name: Type.String(), email: Type.String(), role: Role })),
  member: Nullable(
    Type.Object({ id: Id, name: Type.String(), committeeId: Id, committeeName: Type.String(), meetingId: Id }),
  ),
  /** As the member chose it, on whichever device; null where they have not, or there is none. */
  appearance: Nullable(Appearance),
  /** Why the letter that this browser came in by opens no more, and whose committee to phone; null while it opens, or where there was none. */
  ended: Nullable(
    Type.Object({ reason: Type.Union([Type.Literal('revoked'), Type.Literal('expired')]), committeeId: Id }),
  ),
  /** How long the official stays signed in: at most until `endsAt`, and so many minutes without use; null where there is none. */
  stay: Nullable(Type.Object({ endsAt: Moment, idleMinutes: Type.Integer() })),
  /** The answer to a right password where a passkey is asked for besides; `official` is null until then. */
  secondStep: Nullable(PasskeyStep),
});
export type Session = Type.Static<typeof Session>;

export const SignIn = Type.Object({ email: Line(254), password: Password });
export type SignIn = Type.Static<typeof SignIn>;

export const SetUp = Type.Object({
  code: Line(40),
  cityName: Line(40),
  name: Line(60),
  email: Email,
  password: NewPassword,
});
export type SetUp = Type.Static<typeof SetUp>;

/** A one-time invitation that is taken up with a password of one's own. */
export const TakeUp = Type.Object({ code: Line(60), password: NewPassword });
export type TakeUp = Type.Static<typeof TakeUp>;

export const TypedCode = Type.Object({ code: Line(40) });
export type TypedCode = Type.Static<typeof TypedCode>;

export const OpenedByCode = Type.Object({ meetingId: Id });
export type OpenedByCode = Type.Static<typeof OpenedByCode>;

/** A committee whose letter was opened on this device. */
export const OtherCommittee = Type.Object({
  committeeId: Id,
  committeeName: Type.String(),
  memberName: Type.String(),
  /** The meeting of the letter. */
  meetingId: Id,
});
export type OtherCommittee = Type.Static<typeof OtherCommittee>;
export const OtherCommittees = Type.Object({ committees: Type.Array(OtherCommittee) });
export type OtherCommittees = Type.Static<typeof OtherCommittees>;
export const CommitteeChoice = Type.Object({ committeeId: Id });

/** Which door to sign out of. */
export const SignOutQuery = Type.Object({ who: Type.Union([Type.Literal('official'), Type.Literal('member')]) });
