import { DomainError } from '../../domain/meetings/error-code.ts';
import type { WebApp } from './web-app.ts';

/** What a browser may load for a page of ours. pdf.js decodes some pictures with WebAssembly. */
const contentPolicy = [
  ...["default-src 'self'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'"],
  ...["img-src 'self' data: blob:", "worker-src 'self' blob:", "object-src 'none'", "base-uri 'none'"],
  ...["form-action 'self'", "frame-ancestors 'none'"],
];

/** What a page of ours never uses. */
const unused = [
  ...['accelerometer', 'autoplay', 'bluetooth', 'browsing-topics', 'camera', 'display-capture', 'geolocation'],
  ...['gyroscope', 'hid', 'magnetometer', 'microphone', 'midi', 'payment', 'serial', 'usb', 'xr-spatial-tracking'],
];

function headersFor(https: boolean): Record<string, string> {
  return {
    'content-security-policy': [...contentPolicy, ...(https ? ['upgrade-insecure-requests'] : [])].join(';'),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy': unused.map((feature) => `${feature}=()`).join(', '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(https && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  };
}

/** Headers of every answer, and no state-changing request from another site. */
export function secure(app: WebApp, publicUrl: string): void {
  // not helmet: it composes the same lines anew for every picture
  const headers = headersFor(publicUrl.startsWith('https:'));
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers);
    // unless a route says otherwise: the next person at a shared tablet finds nothing in its cache
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return;
    if (!sameSite(request.headers, publicUrl)) throw new DomainError('cross_site');
  });
}

/**
 * By Origin, then by Sec-Fetch-Site; a client that sends neither is no browser and holds no cookie by accident. A name that
 * was made to lead here says same-origin of itself: its Origin gives it away.
 */
function sameSite(headers: Record<string, string | string[] | undefined>, publicUrl: string): boolean {
  const { origin, 'sec-fetch-site': fetchSite } = headers;
  if (origin !== undefined && !isOwn(String(origin), headers.host, publicUrl)) return false;
  return fetchSite === undefined || fetchSite === 'same-origin' || fetchSite === 'none';
}

/** At a desk the portal is reached by several names; in the city only by the one that letters print. */
function isOwn(origin: string, host: string | string[] | undefined, publicUrl: string): boolean {
  if (origin === publicUrl) return true;
  return isLocal(publicUrl) && URL.canParse(origin) && new URL(origin).host === host;
}

const isLocal = (url: string) => /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
