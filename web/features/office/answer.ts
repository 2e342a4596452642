import type { ReactiveControllerHost } from 'lit';
import { ClientError } from '../../client/client-error.ts';
import { navigate } from '../../client/navigation.ts';
import { paths } from '../../client/paths.ts';
import { Reading } from '../../client/reading.ts';
import { forgetSession } from '../../client/sessions.ts';
import { Submission, type SubmissionHost, type SubmissionRules } from '../../client/submission.ts';

/** What a page of the secretariat reads: whoever is not signed in goes to the sign-in. */
export function answerOf<T>(host: ReactiveControllerHost, read: (signal: AbortSignal) => Promise<T>): Reading<T> {
  return new Reading<T>(host, { read, settles: askToSignIn });
}

/** What an official fills in: whoever is not signed in goes to the sign-in. */
export function submissionOf(host: SubmissionHost, rules: Omit<SubmissionRules, 'settles'> = {}): Submission {
  return new Submission(host, { ...rules, settles: askToSignIn });
}

/** Goes to the sign-in and comes back afterwards, or to where a passkey that is demanded is registered; false where `error` is something else. */
export function askToSignIn(error: unknown): boolean {
  if (!(error instanceof ClientError)) return false;
  if (error.code === 'passkey_demanded') {
    navigate(paths.officeAccount, { replace: true });
    return true;
  }
  if (error.code !== 'not_signed_in') return false;
  forgetSession();
  goToSignIn();
  return true;
}

/** Goes to the sign-in, from where one comes back to this address; once, however many ask for it. */
export function goToSignIn(): void {
  if (location.pathname === paths.officeSignIn()) return;
  navigate(paths.officeSignIn(location.pathname + location.search), { replace: true });
}
