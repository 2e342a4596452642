import { connect } from 'node:net';
import multipart from '@fastify/multipart';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boundConnections, boundHeaders } from '../../../server/http/connections.ts';
import { answerErrors } from '../../../server/http/errors.ts';
import type { WebApp } from '../../../server/http/web-app.ts';
import { openTestDatabase } from '../../database.ts';
import { openTestApp, type TestApp } from '../../portal.ts';

/** Sends a head and then pieces, each after `pause` ms; everything that came back until the other side hung up. */
async function drip(app: WebApp, head: string, pieces: readonly string[], pause: number): Promise<string> {
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  const socket = connect(address.port, '127.0.0.1');
  let answer = '';
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket
    .on('error', () => undefined)
    .on('data', (bytes) => {
      answer += bytes.toString();
    });
  socket.write(head);
  for (const piece of pieces) {
    await new Promise((later) => setTimeout(later, pause));
    if (socket.destroyed || answer !== '') break;
    socket.write(piece);
  }
  await Promise.race([closed, new Promise((later) => setTimeout(later, 3000))]);
  const hungUp = socket.destroyed;
  socket.destroy();
  return hungUp ? answer : `still open: ${answer}`;
}

const json = (length: number, path = '/api/json') =>
  `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n{`;

describe('nobody holds a connection', () => {
  const app = Fastify({
    forceCloseConnections: 'idle',
    http: boundHeaders(300),
  }).withTypeProvider<TypeBoxTypeProvider>();

  beforeAll(async () => {
    answerErrors(app);
    boundConnections(app, { body: 300, uploadIdle: 300 });
    await app.register(multipart);
    app.post('/api/json', () => 'read');
    app.post('/api/upload', { schema: { consumes: ['multipart/form-data'] } }, async (request) => {
      for await (const part of request.parts()) if (part.type === 'file') part.file.resume();
      return 'read';
    });
    app.get('/api/none', () => 'read');
    await app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => app.close());

  test('by sending headers slowly', async () => {
    expect(await drip(app, 'GET /api/none HTTP/1.1\r\n', Array(40).fill('a: b\r\n'), 50)).toMatch(/^HTTP\/1\.1 408/);
  });

  test('by sending a body slowly', async () => {
    expect(await drip(app, json(100), Array(20).fill(' '), 50)).toMatch(/^HTTP\/1\.1 408 [\s\S]*too_slow/);
    expect(await drip(app, json(100, '/api/nothing'), Array(20).fill(' '), 50)).toMatch(/^HTTP\/1\.1 4/);
    const body = 'GET /api/none HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n';
    expect(await drip(app, body, [], 0)).toMatch(/^HTTP\/1\.1 200/);
  });

  test('and an upload may take its time, but not rest', async () => {
    const form = (rest: string) =>
      `--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n${rest}`;
    const head = (length: number) =>
      `POST /api/upload HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: multipart/form-data; boundary=b\r\ncontent-length: ${length}\r\n\r\n`;
    const pieces = [form(''), ...'slowly but steadily'.split(''), '\r\n--b--\r\n'];
    const length = pieces.join('').length;
    expect(await drip(app, head(length), pieces, 60)).toMatch(/^HTTP\/1\.1 200[\s\S]*read/);
    expect(await drip(app, head(length), pieces.slice(0, 3), 20)).toMatch(/^HTTP\/1\.1 408/);
  });

  test('nor the stop', async () => {
    const stopping = Fastify({ forceCloseConnections: 'idle' }).withTypeProvider<TypeBoxTypeProvider>();
    answerErrors(stopping);
    boundConnections(stopping, { body: 60_000, uploadIdle: 60_000, stop: 300 });
    stopping.post('/api/json', () => 'read');
    await stopping.listen({ port: 0, host: '127.0.0.1' });
    const held = drip(stopping, json(100), [], 0);
    await new Promise((later) => setTimeout(later, 100));
    await stopping.close();
    expect(await held).toBe('');
  });
});

describe('who may not send', () => {
  let portal: TestApp;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const database = await openTestDatabase();
    portal = await openTestApp(database, { idle: true });
    await portal.app.listen({ port: 0, host: '127.0.0.1' });
    close = async () => {
      await portal.close();
      await database.close();
    };
  });
  afterAll(() => close());

  test('may not hold the portal by its headers either', () => {
    expect(portal.app.server.headersTimeout).toBe(20_000);
  });

  test('is refused before the body is there, and the rest of it is not waited for', async () => {
    expect(await drip(portal.app, json(900_000, '/api/committees'), [], 0)).toMatch(/^HTTP\/1\.1 401/);
    expect(await drip(portal.app, json(9_000_000, '/api/committees'), [], 0)).toMatch(/^HTTP\/1\.1 401/);
  });
});
