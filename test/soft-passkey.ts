import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** Flags of an authenticator's data (WebAuthn §6.1): the person was there, was verified, and a key is enclosed. */
const [present, verified, enclosed] = [1, 4, 64];

interface Asked {
  readonly challenge: string;
}

/** An authenticator without a device: one ES256 key, with a counter, for one portal. */
export class SoftPasskey {
  readonly id = randomBytes(16);
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #origin: string;
  #counter = 0;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** The answer to navigator.credentials.create. */
  register({ challenge }: Asked) {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    const key = map([
      ...([
        [uint(1), uint(2)],
        [uint(3), negative(7)],
        [negative(1), uint(1)],
      ] as const),
      ...([
        [negative(2), bytes(Buffer.from(x, 'base64url'))],
        [negative(3), bytes(Buffer.from(y, 'base64url'))],
      ] as const),
    ]);
    const enclosedKey = Buffer.concat([Buffer.alloc(16), Buffer.of(0, this.id.length), this.id, key]);
    const attestation = map([
      [text('fmt'), text('none')],
      [text('attStmt'), map([])],
      [text('authData'), bytes(this.#data(present | enclosed, enclosedKey))],
    ]);
    const response = { attestationObject: encoded(attestation), transports: ['internal'] };
    return this.#answer({ ...response, clientDataJSON: this.#client('webauthn.create', challenge) });
  }

  /** The answer to navigator.credentials.get; `knowsOwner` where the device asked for a finger or a PIN. */
  sign({ challenge }: Asked, { knowsOwner = true, counter = this.#counter + 1 } = {}) {
    this.#counter = counter;
    const data = this.#data(knowsOwner ? present | verified : present, Buffer.alloc(0));
    const client = this.#client('webauthn.get', challenge);
    const hashed = createHash('sha256').update(Buffer.from(client, 'base64url')).digest();
    const signature = sign('sha256', Buffer.concat([data, hashed]), this.#keys.privateKey);
    return this.#answer({ authenticatorData: encoded(data), signature: encoded(signature), clientDataJSON: client });
  }

  #answer<T>(response: T) {
    const id = encoded(this.id);
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  #client(type: string, challenge: string): string {
    return encoded(Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false })));
  }

  #data(flags: number, rest: Buffer): Buffer {
    const party = createHash('sha256').update(new URL(this.#origin).hostname).digest();
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.#counter);
    return Buffer.concat([party, Buffer.of(flags), counter, rest]);
  }
}

const encoded = (data: Buffer) => data.toString('base64url');

// CBOR (RFC 8949), as much of it as a key takes
const uint = (value: number) => Buffer.of(value);
const negative = (value: number) => Buffer.of(0x20 + value - 1);
const bytes = (data: Buffer) =>
  Buffer.concat([
    data.length < 256 ? Buffer.of(0x58, data.length) : Buffer.of(0x59, data.length >> 8, data.length & 255),
    data,
  ]);
const text = (words: string) => Buffer.concat([Buffer.of(0x60 + words.length), Buffer.from(words)]);
const map = (entries: readonly (readonly [Buffer, Buffer])[]) =>
  Buffer.concat([Buffer.of(0xa0 + entries.length), ...entries.flat()]);
