import helmet from '@fastify/helmet';
import { DomainError } from '../../domain/meetings/error-code.ts';
import type { WebApp } from './web-app.ts';

/** Headers of every answer, and no state-changing request from another site. */
export async function secure(app: WebApp, publicUrl: string): Promise<void> {
  const https = publicUrl.startsWith('https:');
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // pdf.js decodes some pictures with WebAssembly
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: https ? { maxAge: 31536000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  app.addHook('onRequest', async (request, reply) => {
    // unless a route says otherwise: the next person at a shared tablet finds nothing in its cache
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return;
    if (!sameSite(request.headers, publicUrl)) throw new DomainError('cross_site');
  });
}

/** By Sec-Fetch-Site where the browser sends it, else by Origin; a client that sends neither is no browser and holds no cookie by accident. */
function sameSite(headers: Record<string, string | string[] | undefined>, publicUrl: string): boolean {
  const fetchSite = headers['sec-fetch-site'];
  if (fetchSite !== undefined) return fetchSite === 'same-origin' || fetchSite === 'none';
  const origin = headers.origin;
  if (origin === undefined) return true;
  return (
    typeof origin === 'string' &&
    URL.canParse(origin) &&
    (origin === publicUrl || new URL(origin).host === headers.host)
  );
}
