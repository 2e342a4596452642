import { isIPv6 } from 'node:net';
import type { WebApp } from './web-app.ts';

/**
 * The network that an address belongs to, as far as one person may hold all of its addresses: an IPv4 address itself, of
 * an IPv6 address the first 64 bits. '10.0.0.1', '2001:db8:0:1'.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain);
  if (mapped?.[1]) return mapped[1];
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail ? tail.split(':') : [];
  // a dotted end stands for two groups
  const length = first.length + last.length + (plain.includes('.') ? 1 : 0);
  const groups = tail === undefined ? first : [...first, ...Array(8 - length).fill('0'), ...last];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** A proxy that is not trusted makes one address of the whole city: said once, since limits on guessing count by it. */
export function warnOfProxy(app: WebApp, trustProxy: boolean): void {
  if (trustProxy) return;
  let said = false;
  app.addHook('onRequest', async (request) => {
    if (said || request.headers['x-forwarded-for'] === undefined) return;
    said = true;
    request.log.warn(
      'X-Forwarded-For arrives and is ignored: behind a reverse proxy set TRUST_PROXY=yes, or all visitors count as one',
    );
  });
}
