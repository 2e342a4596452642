import { Type } from 'typebox';
import { Email, Id, Line, Moment, Nullable } from './fields.ts';
import { Role } from './sessions.ts';

export const OfficialInput = Type.Object({
  name: Line(60),
  email: Email,
  role: Role,
  /** The committees that a secretariat works on; an administrator works on all. */
  committeeIds: Type.Array(Id, { maxItems: 1000, uniqueItems: true }),
});
export type OfficialInput = Type.Static<typeof OfficialInput>;

/** `edition` is the one that was read: where another has been stored since, nothing is, and the refusal is `changed_elsewhere`. */
export const OfficialChange = Type.Object({ ...OfficialInput.properties, edition: Type.Integer() });
export type OfficialChange = Type.Static<typeof OfficialChange>;

export const OfficialAccount = Type.Object({
  id: Id,
  ...OfficialInput.properties,
  /** invited: no password is set, the invitation's end is `invitedUntil`; stopped: may not come in. */
  state: Type.Union([Type.Literal('active'), Type.Literal('invited'), Type.Literal('stopped')]),
  /** Null where no invitation is open. */
  invitedUntil: Nullable(Moment),
  passkeyCount: Type.Integer(),
  edition: Type.Integer(),
  lastUsedAt: Nullable(Moment),
});
export type OfficialAccount = Type.Static<typeof OfficialAccount>;

export const OfficialList = Type.Object({ officials: Type.Array(OfficialAccount) });
export type OfficialList = Type.Static<typeof OfficialList>;

/** What the administrator hands over, shown this once. */
export const Invitation = Type.Object({
  officialId: Id,
  /** The page to open, with the code behind its #. */
  link: Type.String(),
  code: Type.String({ description: 'XXXX-XXXX-XXXX-XXXX' }),
  expiresAt: Moment,
});
export type Invitation = Type.Static<typeof Invitation>;

export const InvitationCode = Type.Object({ code: Line(60) });
export type InvitationCode = Type.Static<typeof InvitationCode>;

/** What the invited person sees of it. */
export const InvitationFace = Type.Object({
  cityName: Type.String(),
  name: Type.String(),
  email: Type.String(),
  role: Role,
  committees: Type.Array(Type.String()),
  expiresAt: Moment,
});
export type InvitationFace = Type.Static<typeof InvitationFace>;
