import { expect, test } from 'vitest';
import { dialled } from '../../../domain/japanese/telephone.ts';

test.each([
  ['０４８－８２９－１１１１', '0488291111'],
  ['048(829)1111', '0488291111'],
  ['+81 48 829 1111', '+81488291111'],
])('%s is dialled as %s', (phone, expected) => {
  expect(dialled(phone)).toBe(expected);
});
