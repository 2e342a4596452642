import type { Account, PasswordChange } from '../../contract/account.ts';
import type { Created } from '../../contract/committees.ts';
import type { PasskeyAnswer, PasskeyStep, RegistrationAnswer } from '../../contract/passkeys.ts';
import { forgetEarly, get, post, put, remove } from './request.ts';
import { forgetSession } from './sessions.ts';

export const readAccount = () => get<Account>('/api/account');
export const changePassword = (input: PasswordChange) => put('/api/account/password', input);
export const askForNewPasskey = () => post<PasskeyStep>('/api/account/passkeys/question');
export const addPasskey = (input: RegistrationAnswer) => post<Created>('/api/account/passkeys', input);
export const renamePasskey = (id: number, name: string) => put(`/api/passkeys/${id}`, { name });
export const removePasskey = (id: number) => remove(`/api/passkeys/${id}`);
export const endSession = (id: number) => remove(`/api/sessions/${id}`);
export const proveByPassword = (password: string) => post('/api/account/proof', { password });
export const askForPasskeyProof = () => post<PasskeyStep>('/api/account/proof/question');
export const proveByPasskey = (answer: PasskeyAnswer) => post('/api/account/proof/passkey', answer);

/** Signs the official out everywhere, here too. */
export async function endAllSessions(): Promise<void> {
  await remove('/api/account/sessions');
  forgetEarly();
  forgetSession();
}
