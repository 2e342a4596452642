import { Type } from 'typebox';
import { Id, Line, Moment, NewPassword, Nullable, Password } from './fields.ts';
import { Role } from './sessions.ts';

export const Passkey = Type.Object({
  id: Id,
  name: Type.String(),
  createdAt: Moment,
  lastUsedAt: Nullable(Moment),
});
export type Passkey = Type.Static<typeof Passkey>;

export const OpenSession = Type.Object({
  id: Id,
  /** Windows・Chrome; '' where the browser did not say. */
  device: Type.String(),
  createdAt: Moment,
  lastUsedAt: Moment,
  /** The one that asks. */
  current: Type.Boolean(),
});
export type OpenSession = Type.Static<typeof OpenSession>;

/** An official's own account. */
export const Account = Type.Object({
  id: Id,
  name: Type.String(),
  email: Type.String(),
  role: Role,
  committees: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  passkeys: Type.Array(Passkey),
  sessions: Type.Array(OpenSession),
  /** The host's name that passkeys are made for. */
  passkeyHost: Type.String(),
  /** The city demands a passkey, and there is none yet: nothing else can be done before. */
  needsPasskey: Type.Boolean(),
});
export type Account = Type.Static<typeof Account>;

export const PasswordChange = Type.Object({ currentPassword: Password, password: NewPassword });
export type PasswordChange = Type.Static<typeof PasswordChange>;

export const PasswordProof = Type.Object({ password: Password });
export type PasswordProof = Type.Static<typeof PasswordProof>;

export const PasskeyName = Type.Object({ name: Line(40) });
export type PasskeyName = Type.Static<typeof PasskeyName>;
