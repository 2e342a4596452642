import type {
  Appearance,
  OpenedByCode,
  OtherCommittees,
  Session,
  SetUp,
  SignIn,
  TakeUp,
} from '../../contract/sessions.ts';
import { takeAppearance } from './appearance.ts';
import { noteMember } from './door.ts';
import { forgetEarly, get, post, put, remove } from './request.ts';

let known: Promise<Session> | null = null;

/** Who this browser is; asked once a visit. */
export function readSession(): Promise<Session> {
  known ??= get<Session>('/api/session').then(
    (session) => {
      noteMember(session.member !== null);
      if (session.appearance) takeAppearance(session.appearance);
      return session;
    },
    (error: unknown) => {
      known = null;
      throw error;
    },
  );
  return known;
}

/** The portal has said that the session is over: the next `readSession` asks again. */
export function forgetSession(): void {
  known = null;
}

/** Asks anew, which keeps an official's session awake. */
export async function renewSession(): Promise<Session> {
  return keep(await get<Session>('/api/session'));
}

/** Signs in; where a passkey is asked for after the password, `onSecondStep` is told and the person answers it. */
export async function signIn(input: SignIn, onSecondStep: () => void): Promise<Session> {
  const session = await post<Session>('/api/session', input);
  if (session.secondStep === null) return keep(session);
  onSecondStep();
  // nobody who reads papers loads it
  const { answerByPasskey } = await import('./passkeys.ts');
  return keep(await post<Session>('/api/session/passkey', await answerByPasskey(session.secondStep)));
}

/** Takes up an invitation with a password of one's own. */
export async function takeUpInvitation(input: TakeUp): Promise<Session> {
  return keep(await post<Session>('/api/invitation/password', input));
}

export async function setUpPortal(input: SetUp): Promise<Session> {
  return keep(await post<Session>('/api/set-up', input));
}

export async function signOut(who: 'official' | 'member'): Promise<void> {
  await remove(`/api/session?who=${who}`);
  forgetEarly();
  known = null;
}

/** Holds on this device, and with a member on every other; without a line on this one alone. */
export async function changeAppearance(chosen: Appearance): Promise<void> {
  takeAppearance(chosen);
  const { member } = await readSession();
  if (member) await put('/api/appearance', chosen);
}

/** Committees whose letters were opened on this device, but for the one that is shown. */
export const listOtherCommittees = () => get<OtherCommittees>('/api/session/others');

/** From now on this committee is shown; resolves with the meeting of its letter. */
export async function switchCommittee(committeeId: number): Promise<number> {
  const { meetingId } = await post<OpenedByCode>('/api/session/others', { committeeId });
  known = null;
  return meetingId;
}

export const forgetCommittee = (committeeId: number) => remove(`/api/session/others?committeeId=${committeeId}`);

export async function openByCode(code: string): Promise<OpenedByCode> {
  const opened = await post<OpenedByCode>('/api/codes', { code });
  noteMember(true);
  known = null;
  return opened;
}

function keep(session: Session): Session {
  known = Promise.resolve(session);
  return session;
}
