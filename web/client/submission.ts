import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type ClientError, clientErrorOf } from './client-error.ts';

/** Sentences by the field's name; a field without an entry is right. */
export type FieldErrors = Readonly<Record<string, string>>;

export type SubmissionHost = ReactiveControllerHost & { readonly renderRoot: ParentNode };

export interface SubmissionRules {
  /** True where the failure was dealt with in another way: there is then nothing to say. */
  settles?(failure: ClientError): boolean;
  /** The fields that a refusal is about; null where it is about the whole. */
  errorsOf?(failure: ClientError): FieldErrors | null;
}

/** Sends what a person filled in, once at a time: what is wrong in it, what the portal refused, and whether it is under way. */
export class Submission implements ReactiveController {
  errors: FieldErrors = {};
  /** A sentence; empty where nothing was refused. */
  refusal = '';
  busy = false;
  private readonly host: SubmissionHost;
  private readonly rules: SubmissionRules;

  constructor(host: SubmissionHost, rules: SubmissionRules = {}) {
    this.host = host;
    this.rules = rules;
    host.addController(this);
  }

  hostConnected(): void {
    this.errors = {};
    this.refusal = '';
  }

  /** True where `errors` says nothing; else the sentences stand, and the keyboard is in the first field that says one. */
  check(errors: FieldErrors): boolean {
    this.refusal = '';
    this.errors = errors;
    this.host.requestUpdate();
    const right = Object.values(errors).every((sentence) => sentence === '');
    if (!right) void this.focusFirstError();
    return right;
  }

  /** Sends what is right, and resolves true once the portal took it. What it refused stands as `errors` or `refusal`. */
  async submit(errors: FieldErrors, send: () => Promise<unknown>): Promise<boolean> {
    if (this.busy || !this.check(errors)) return false;
    this.busy = true;
    try {
      await send();
      return true;
    } catch (error) {
      this.take(clientErrorOf(error));
      return false;
    } finally {
      this.busy = false;
      this.host.requestUpdate();
    }
  }

  /** Says why it cannot be sent as it is. */
  refuse(sentence: string): void {
    this.refusal = sentence;
    this.host.requestUpdate();
  }

  private take(failure: ClientError): void {
    if (this.rules.settles?.(failure)) return;
    const errors = this.rules.errorsOf?.(failure);
    if (errors) this.check(errors);
    else this.refusal = failure.message;
  }

  private async focusFirstError(): Promise<void> {
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>('[error]:not([error=""])')?.focus();
  }
}

/** The text of every named field. */
export function readForm(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
  );
}
