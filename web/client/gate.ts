import type { ClientError } from './client-error.ts';

/** What the portal wants before it goes on: that the official signs in again, or shows again who they are. */
export type Wanted = 'sign-in' | 'proof';

/** Asks the person; resolves true once it is done. */
export type Gate = (wanted: Wanted) => Promise<boolean>;

let gate: Gate | null = null;
let asking: Promise<boolean> | null = null;

/** From now on this gate is asked; what is returned takes it away again. */
export function setGate(next: Gate): () => void {
  gate = next;
  return () => {
    if (gate === next) gate = null;
  };
}

/** Asks the person in place; several that want it at once wait for one answer. False where nobody can be asked here. */
export function passGate(wanted: Wanted): Promise<boolean> {
  if (!gate) return Promise.resolve(false);
  asking ??= gate(wanted).finally(() => {
    asking = null;
  });
  return asking;
}

/** Whether what was refused may be sent again, since the person has done meanwhile what was wanted. */
export async function admittedAfter(failure: ClientError, path: string): Promise<boolean> {
  // what the gate itself sends
  if (/^\/api\/(?:session|account\/proof|invitation)\b/.test(path)) return false;
  if (failure.code === 'not_signed_in') return passGate('sign-in');
  if (failure.code === 'proof_needed') return passGate('proof');
  return false;
}
