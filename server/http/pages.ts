import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { DomainError } from '../../domain/meetings/error-code.ts';
import type { WebApp } from './web-app.ts';

const built = fileURLToPath(new URL('../../dist/web', import.meta.url));

/** The built web pages: assets for ever, and index.html for every address that a person may open. */
export async function serveWeb(app: WebApp, folder = built): Promise<void> {
  await access(join(folder, 'index.html'));
  await app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true });

  app.get('/*', { config: { access: 'anyone' }, schema: { hide: true } }, async (request, reply) => {
    const path = (request.params as { '*': string })['*'];
    if (path.startsWith('api/')) throw new DomainError('not_found');
    if (/\.[a-z0-9]+$/i.test(path)) {
      const hashed = path.startsWith('assets/');
      return reply.sendFile(path, { maxAge: hashed ? '365d' : '1h', immutable: hashed });
    }
    return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false });
  });
}
