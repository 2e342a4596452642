import { Type } from 'typebox';
import { Line, OptionalLine } from './fields.ts';

const Millimetres = Type.Number({ minimum: 0, maximum: 235 });

export const EnvelopeWindow = Type.Object({
  left: Millimetres,
  top: Millimetres,
  width: Millimetres,
  height: Millimetres,
});

/** The city's own settings; the envelope's window is measured from the top left of the folded letter, in millimetres. */
export const City = Type.Object({
  name: Line(40),
  postalCode: OptionalLine(10),
  address: OptionalLine(120),
  senderTitle: OptionalLine(60, '発信者の職名: あおば市長'),
  senderName: OptionalLine(60),
  /** Officials without a passkey do nothing but register one. */
  passkeysDemanded: Type.Boolean(),
  /** Sent back as it was read: where another has been stored since, nothing is, and the refusal is `changed_elsewhere`. */
  edition: Type.Integer(),
  window: EnvelopeWindow,
});
export type City = Type.Static<typeof City>;
