import { Type } from 'typebox';
import { Line } from './fields.ts';

/** What the browser hands to navigator.credentials, as @simplewebauthn writes it. */
const Options = Type.Unsafe<object>({ type: 'object', additionalProperties: true });
/** What brings an answer back to its question. */
const Step = Type.String({ minLength: 1, maxLength: 100 });
const Encoded = (maxLength: number) =>
  Type.String({ maxLength, pattern: '^[A-Za-z0-9_-]*$', description: 'base64url' });

/** A question for a passkey, or for a new one. */
export const PasskeyStep = Type.Object({ step: Type.String(), options: Options });
export type PasskeyStep = Type.Static<typeof PasskeyStep>;

const credential = { id: Encoded(1400), rawId: Encoded(1400), type: Type.Literal('public-key') };
const Extensions = Type.Object({}, { additionalProperties: true });

/** What a passkey signed. */
export const PasskeyAnswer = Type.Object({
  step: Step,
  answer: Type.Object({
    ...credential,
    clientExtensionResults: Extensions,
    response: Type.Object({
      clientDataJSON: Encoded(4000),
      authenticatorData: Encoded(4000),
      signature: Encoded(4000),
      userHandle: Type.Optional(Encoded(200)),
    }),
  }),
});
export type PasskeyAnswer = Type.Static<typeof PasskeyAnswer>;

/** A passkey that was made, and what its owner calls it. */
export const RegistrationAnswer = Type.Object({
  step: Step,
  name: Line(40),
  answer: Type.Object({
    ...credential,
    clientExtensionResults: Extensions,
    response: Type.Object({
      clientDataJSON: Encoded(4000),
      attestationObject: Encoded(20000),
      transports: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 10 })),
    }),
  }),
});
export type RegistrationAnswer = Type.Static<typeof RegistrationAnswer>;
