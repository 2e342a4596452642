import type { LitElement } from 'lit';
import type { Register } from '../../../contract/register.ts';
import type { Submission } from '../../client/submission.ts';

/** What was said of the register, and the register since, where the server answered with it. */
export class Corrected extends CustomEvent<{ sentence: string; register: Register | null }> {
  constructor(sentence: string, register: Register | null) {
    super('register-corrected', { detail: { sentence, register } });
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
  dialog.renderRoot.querySelector('ui-form-dialog')?.close();
  dialog.dispatchEvent(new Corrected(sentence, register));
}
