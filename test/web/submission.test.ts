import { describe, expect, test } from 'vitest';
import { ClientError } from '../../web/client/client-error.ts';
import { Submission } from '../../web/client/submission.ts';
import { drawnHost } from './drawn-host.ts';

describe('sending a form', () => {
  test('what is wrong is said and not sent', async () => {
    const submission = new Submission(drawnHost());
    let sent = 0;
    const done = await submission.submit({ name: '氏名を入力してください。' }, async () => (sent += 1));
    expect([done, sent, submission.errors.name]).toEqual([false, 0, '氏名を入力してください。']);
  });

  test('pressed twice it is sent once', async () => {
    const submission = new Submission(drawnHost());
    let finish: () => void = () => undefined;
    let sent = 0;
    const first = submission.submit({}, () => {
      sent += 1;
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    });
    expect(submission.busy).toBe(true);
    expect(await submission.submit({}, async () => (sent += 1))).toBe(false);
    finish();
    expect([await first, sent, submission.busy]).toEqual([true, 1, false]);
  });

  test('a refusal is said, at its field where it is about one, and goes with the next try', async () => {
    const submission = new Submission(drawnHost(), {
      errorsOf: ({ code, message }) => (code === 'wrong_set_up_code' ? { code: message } : null),
    });
    const refuse = (code: 'internal' | 'wrong_set_up_code') => () => Promise.reject(new ClientError(code, code));
    await submission.submit({}, refuse('internal'));
    expect([submission.refusal, submission.errors]).toEqual(['internal', {}]);
    await submission.submit({}, refuse('wrong_set_up_code'));
    expect([submission.refusal, submission.errors.code]).toEqual(['', 'wrong_set_up_code']);
    expect(await submission.submit({}, () => Promise.resolve())).toBe(true);
    expect([submission.refusal, submission.errors]).toEqual(['', {}]);
  });
});
