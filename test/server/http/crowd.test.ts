import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { limitCrowd } from '../../../server/http/crowd.ts';
import { answerErrors } from '../../../server/http/errors.ts';

test('where those before wait too long, newcomers are told to come again, and are let in once it is over', async () => {
  const app = Fastify().withTypeProvider<TypeBoxTypeProvider>();
  let clock = 0;
  let answerAll: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => {
    answerAll = resolve;
  });
  app.decorateRequest('ticketed', false);
  answerErrors(app);
  limitCrowd(app, { crowd: 20, longestWait: 2_500 }, () => clock);
  app.get('/api/slow', async () => answered.then(() => 'done'));
  app.get('/api/quick', () => 'done');
  app.get('/page', () => 'done');
  app.get('/api/health', () => 'done');
  const waiting = Array.from({ length: 20 }, () => app.inject('/api/slow'));
  await app.inject('/page');
  clock = 2_400;
  expect((await app.inject('/api/quick')).statusCode).toBe(200);
  clock = 2_600;
  const refused = await app.inject('/api/quick');
  expect([refused.statusCode, refused.json().error.code]).toEqual([503, 'overloaded']);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThanOrEqual(1);
  expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(4);
  for (const always of ['/page', '/api/health']) expect((await app.inject(always)).statusCode, always).toBe(200);
  answerAll();
  for (const answer of await Promise.all(waiting)) expect(answer.statusCode).toBe(200);
  expect((await app.inject('/api/quick')).statusCode).toBe(200);
  await app.close();
});
