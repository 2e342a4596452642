import type { LitElement } from 'lit';
import type { Register } from '../../../contract/register.ts';
import type { Submission } from '../../client/submission.ts';
import { finish } from '../../ui/ui-form-dialog.ts';

declare global {
  interface PortalEvents {
    /** What was said of the register, and the register since, where the server answered with it. */
    'register-corrected': { sentence: string; register: Register | null };
  }
}

/** Sends what a dialog says of the register; then the dialog closes and tells. `sentence` is what is said when it is done. */
export async function correct(
  dialog: LitElement,
  submission: Submission,
  sentence: string,
  action: () => Promise<Register | null>,
): Promise<void> {
  let register: Register | null = null;
  const isDone = await submission.submit({}, async () => {
    register = await action();
  });
  if (!isDone) return;
  finish(dialog, 'register-corrected', { sentence, register });
}
