import { expect } from 'vitest';
import type { Answer } from '../../visitor.ts';

/** A refusal as every client may rely on it. */
export function expectEnvelope(answer: Answer, status: number, code: string): void {
  expect([answer.status, answer.text], answer.text).toEqual([status, expect.stringContaining('"requestId"')]);
  expect(Object.keys(answer.json())).toEqual(['error']);
  expect(answer.json().error).toEqual({
    code,
    message: expect.stringMatching(/。（?.*$/u),
    requestId: expect.stringMatching(/^\S+$/),
  });
}
