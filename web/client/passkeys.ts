import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import type { PasskeyAnswer, PasskeyStep, RegistrationAnswer } from '../../contract/passkeys.ts';
import { ClientError } from './client-error.ts';

/** Only where it is needed: nobody who reads papers loads it. */
const load = () => import('@simplewebauthn/browser');

/** Whether this browser can hold a passkey for the portal, which makes them for `host`. */
export function passkeysWork(host: string): boolean {
  return window.isSecureContext && 'PublicKeyCredential' in window && location.hostname === host;
}

/** Lets the person use a passkey. Rejects with a ClientError that says what to do. */
export async function answerByPasskey({ step, options }: PasskeyStep): Promise<PasskeyAnswer> {
  const { startAuthentication } = await load();
  const optionsJSON = options as PublicKeyCredentialRequestOptionsJSON;
  return { step, answer: (await told(startAuthentication({ optionsJSON }))) as PasskeyAnswer['answer'] };
}

/** Lets the person make a passkey. Rejects with a ClientError that says what to do. */
export async function makePasskey({ step, options }: PasskeyStep): Promise<Omit<RegistrationAnswer, 'name'>> {
  const { startRegistration } = await load();
  const optionsJSON = options as PublicKeyCredentialCreationOptionsJSON;
  return { step, answer: (await told(startRegistration({ optionsJSON }))) as RegistrationAnswer['answer'] };
}

async function told<T>(ceremony: Promise<T>): Promise<T> {
  return ceremony.catch((error: unknown) => {
    const taken = error instanceof Error && error.name === 'InvalidStateError';
    throw new ClientError(
      'passkey_refused',
      taken
        ? 'この端末のパスキーは、すでに登録されています。'
        : 'パスキーの操作が途中で終わりました。もう一度お試しください。',
    );
  });
}
