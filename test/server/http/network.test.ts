import { expect, test } from 'vitest';
import { networkOf } from '../../../server/http/network.ts';

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
