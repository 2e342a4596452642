import type { LitElement, ReactiveController } from 'lit';
import type { Register } from '../../../contract/register.ts';
import { sentenceOf } from '../../client/client-error.ts';

/** What was said of the register, and the register since, where the server answered with it. */
export type CorrectedEvent = CustomEvent<{ sentence: string; register: Register | null }>;

/** Sends what a dialog says of the register; then the dialog closes and its element fires `register-corrected`. */
export class Correcting implements ReactiveController {
  busy = false;
  /** A sentence for the person; empty where nothing was refused. */
  refusal = '';
  private readonly host: LitElement;

  constructor(host: LitElement) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.refusal = '';
  }

  refuse(sentence: string): void {
    this.refusal = sentence;
    this.host.requestUpdate();
  }

  /** `sentence` is what is said when it is done. */
  async say(sentence: string, action: () => Promise<Register | null>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.refuse('');
    try {
      const register = await action();
      this.host.renderRoot.querySelector('ui-form-dialog')?.close();
      const said = new CustomEvent('register-corrected', { detail: { sentence, register } }) satisfies CorrectedEvent;
      this.host.dispatchEvent(said);
    } catch (error) {
      this.refusal = sentenceOf(error);
    } finally {
      this.busy = false;
      this.host.requestUpdate();
    }
  }
}
