import type { Insertable, Kysely } from 'kysely';
import type { PasskeyAnswer, PasskeyStep, RegistrationAnswer } from '../../contract/passkeys.ts';
import { DomainError } from '../../domain/meetings/error-code.ts';
import type { PasskeyChallengeTable, PasskeyTable } from '../database/session-tables.ts';
import type { Tables } from '../database/tables.ts';
import { hashToken, newToken } from '../http/session-cookies.ts';

/** Loaded when first asked for: its hundred modules are a tenth of the portal's start, and few cities have passkeys. */
const loadLibrary = () => import('@simplewebauthn/server');

/** Minutes: a person may have to look for the key first. */
const challengeMinutes = 5;

/** EdDSA, ES256, RS256: what every authenticator has one of (the library's own choice tries an experiment of Node's). */
const algorithms = [-8, -7, -257];

/** Whom the browser's passkeys are made for: the portal, by its address. */
export interface RelyingParty {
  /** The host's name. */
  readonly id: string;
  readonly origin: string;
}

export function relyingPartyOf(publicUrl: string): RelyingParty {
  return { id: new URL(publicUrl).hostname, origin: publicUrl };
}

type Purpose = PasskeyChallengeTable['purpose'];

/** What the browser is to sign; null where the official has no passkey. */
export async function askForPasskey(
  db: Kysely<Tables>,
  party: RelyingParty,
  officialId: number,
  purpose: 'sign-in' | 'proof',
): Promise<PasskeyStep | null> {
  const passkeys = await listCredentials(db, officialId);
  if (passkeys.length === 0) return null;
  const { generateAuthenticationOptions } = await loadLibrary();
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    allowCredentials: passkeys,
    // beside a password the key's possession is enough; instead of one the key must know its owner
    userVerification: purpose === 'proof' ? 'required' : 'preferred',
    timeout: challengeMinutes * 60_000,
  });
  return { step: await keepChallenge(db, officialId, purpose, options.challenge), options };
}

/** The official whose passkey signed what was asked for. Throws `passkey_refused`. */
export async function verifyPasskey(
  db: Kysely<Tables>,
  party: RelyingParty,
  purpose: 'sign-in' | 'proof',
  { step, answer }: PasskeyAnswer,
): Promise<number> {
  const { official_id, challenge } = await takeChallenge(db, purpose, step);
  const passkey = await db
    .selectFrom('passkey')
    .selectAll()
    .where('official_id', '=', official_id)
    .where('credential_id', '=', answer.id)
    .executeTakeFirst();
  if (!passkey) throw new DomainError('passkey_refused');
  const { verifyAuthenticationResponse } = await loadLibrary();
  const { verified, authenticationInfo } = await refuseUnverified(
    verifyAuthenticationResponse({
      response: answer as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: purpose === 'proof',
      credential: {
        id: passkey.credential_id,
        publicKey: new Uint8Array(passkey.public_key),
        counter: passkey.counter,
        transports: passkey.transports,
      },
    }),
  );
  if (!verified) throw new DomainError('passkey_refused');
  await db
    .updateTable('passkey')
    .set({ counter: authenticationInfo.newCounter, last_used_at: new Date() })
    .where('id', '=', passkey.id)
    .execute();
  return official_id;
}

/** What the browser needs to make a new passkey. */
export async function askForRegistration(
  db: Kysely<Tables>,
  party: RelyingParty,
  official: { id: number; name: string; email: string },
): Promise<PasskeyStep> {
  const { generateRegistrationOptions } = await loadLibrary();
  const options = await generateRegistrationOptions({
    rpName: 'くらべ',
    rpID: party.id,
    userName: official.email,
    userDisplayName: official.name,
    userID: new TextEncoder().encode(`official ${official.id}`),
    excludeCredentials: await listCredentials(db, official.id),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    supportedAlgorithmIDs: algorithms,
    timeout: challengeMinutes * 60_000,
  });
  return { step: await keepChallenge(db, official.id, 'registration', options.challenge), options };
}

/** The passkey that the browser made, to be kept. Throws `passkey_refused`. */
export async function verifyRegistration(
  db: Kysely<Tables>,
  party: RelyingParty,
  officialId: number,
  { step, name, answer }: RegistrationAnswer,
): Promise<Insertable<PasskeyTable>> {
  const { official_id, challenge } = await takeChallenge(db, 'registration', step);
  if (official_id !== officialId) throw new DomainError('passkey_refused');
  const { verifyRegistrationResponse } = await loadLibrary();
  const { verified, registrationInfo } = await refuseUnverified(
    verifyRegistrationResponse({
      response: answer as Parameters<typeof verifyRegistrationResponse>[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: false,
      supportedAlgorithmIDs: algorithms,
    }),
  );
  if (!verified || !registrationInfo) throw new DomainError('passkey_refused');
  const { id, publicKey, counter, transports } = registrationInfo.credential;
  return {
    ...{ official_id, name: name.trim(), credential_id: id, public_key: Buffer.from(publicKey), counter },
    transports: transports ?? [],
  };
}

async function listCredentials(db: Kysely<Tables>, officialId: number) {
  return db
    .selectFrom('passkey')
    .select(['credential_id as id', 'transports'])
    .where('official_id', '=', officialId)
    .orderBy('id')
    .execute();
}

/** Keeps the challenge, and gives what the browser brings back with its answer. */
async function keepChallenge(db: Kysely<Tables>, officialId: number, purpose: Purpose, challenge: string) {
  const { token, tokenHash } = newToken();
  const now = Date.now();
  await db.deleteFrom('passkey_challenge').where('expires_at', '<', new Date(now)).execute();
  await db
    .insertInto('passkey_challenge')
    .values({
      ...{ step_hash: tokenHash, official_id: officialId, purpose, challenge },
      expires_at: new Date(now + challengeMinutes * 60_000),
    })
    .execute();
  return token;
}

/** The challenge, which is used up by it. */
async function takeChallenge(db: Kysely<Tables>, purpose: Purpose, step: string) {
  const row = await db
    .deleteFrom('passkey_challenge')
    .where('step_hash', '=', hashToken(step))
    .where('purpose', '=', purpose)
    .where('expires_at', '>', new Date())
    .returning(['official_id', 'challenge'])
    .executeTakeFirst();
  if (!row) throw new DomainError('passkey_refused');
  return row;
}

/** The library throws for every answer that does not fit: a wrong origin, a wrong signature, a counter that went back. */
async function refuseUnverified<T>(verification: Promise<T>): Promise<T> {
  return verification.catch(() => {
    throw new DomainError('passkey_refused');
  });
}
