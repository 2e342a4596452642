import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { DomainError } from '../../domain/meetings/error-code.ts';
import { type CarriedAnswer, carryAnswers } from './carried-answers.ts';
import type { SessionCookies } from './session-cookies.ts';
import type { WebApp } from './web-app.ts';

const built = fileURLToPath(new URL('../../dist/web', import.meta.url));

/**
 * The built web pages: assets for ever, and index.html for every address that a person may open, with the answers that
 * its screen will ask for first where the browser holds a session.
 */
export async function serveWeb(app: WebApp, cookies: SessionCookies, folder = built): Promise<void> {
  const index = await readFile(join(folder, 'index.html'), 'utf8');
  await app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true });

  app.get('/*', { config: { access: 'anyone' }, schema: { hide: true } }, async (request, reply) => {
    const path = (request.params as { '*': string })['*'];
    if (path.startsWith('api/')) throw new DomainError('not_found');
    if (/\.[a-z0-9]+$/i.test(path)) {
      const hashed = path.startsWith('assets/');
      return reply.sendFile(path, { maxAge: hashed ? '365d' : '1h', immutable: hashed });
    }
    const doors = (['member', 'official'] as const).filter((door) => cookies.read(request, door) !== undefined);
    const answers = await carryAnswers(app, request, reply, doors);
    if (answers.length === 0)
      return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false });
    return reply
      .header('cache-control', 'private, no-store')
      .type('text/html; charset=utf-8')
      .send(index.replace('</head>', () => `${blockOf(answers)}</head>`));
  });
}

/** Data, which no policy takes for a script; web/client/carried.ts reads it. */
function blockOf(answers: readonly CarriedAnswer[]): string {
  const entries = answers.map(({ path, body }) => `${JSON.stringify(path)}:${body}`).join();
  // no text in it can end the element
  return `<script type="application/json" id="carried">${`{${entries}}`.replaceAll('<', '\\u003c')}</script>`;
}
