import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { networkOf, warnOfProxy } from '../../../server/http/network.ts';

test('an address belongs to its network: IPv4 to itself, IPv6 to its first 64 bits', () => {
  const cases: [string, string][] = [
    ['10.0.0.1', '10.0.0.1'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['::FFFF:10.0.0.1', '10.0.0.1'],
    ['2001:db8:0:1:2:3:4:5', '2001:db8:0:1'],
    ['2001:0DB8:0000:0001::9', '2001:db8:0:1'],
    ['2001:db8::', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['64:ff9b::192.0.2.33', '64:ff9b:0:0'],
    ['unknown', 'unknown'],
  ];
  for (const [address, network] of cases) expect(networkOf(address), address).toBe(network);
});

test('a proxy that is not trusted is warned of once, and one that is never', async () => {
  const told = async (trustProxy: boolean) => {
    const lines: string[] = [];
    const stream = { write: (line: string) => void lines.push(line) };
    const app = Fastify({ logger: { level: 'warn', stream } }).withTypeProvider<TypeBoxTypeProvider>();
    warnOfProxy(app, trustProxy);
    app.get('/', () => '');
    await app.inject('/');
    for (let count = 0; count < 3; count += 1)
      await app.inject({ url: '/', headers: { 'x-forwarded-for': '10.0.0.1' } });
    await app.close();
    return lines.filter((line) => line.includes('TRUST_PROXY=yes')).length;
  };
  expect([await told(false), await told(true)]).toEqual([1, 0]);
});
