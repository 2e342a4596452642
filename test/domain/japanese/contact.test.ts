import { expect, test } from 'vitest';
import { phoneHref, tidyPhone, tidyPostalCode } from '../../../domain/japanese/contact.ts';

test.each([
  ['０４８－８２９－１１１１', '048-829-1111', 'tel:0488291111'],
  ['０４８ー８２９ー１１１１', '048-829-1111', 'tel:0488291111'],
  ['０４８（８２９）１１１１', '048(829)1111', 'tel:0488291111'],
  [' 048‐829−1111　（内線１２３４）', '048-829-1111 (内線1234)', 'tel:0488291111'],
  ['+81 48 829 1111', '+81 48 829 1111', 'tel:+81488291111'],
  ['代表　0123-45-6789', '代表 0123-45-6789', 'tel:0123456789'],
])('%s', (typed, kept, href) => {
  expect(tidyPhone(typed)).toBe(kept);
  expect(phoneHref(typed)).toBe(href);
  expect(phoneHref(kept)).toBe(href);
});

test.each([
  ['3300001', '330-0001'],
  ['〒３３０－０００１', '330-0001'],
  ['３３０ー０００１', '330-0001'],
  ['', ''],
  ['国外', '国外'],
])('postal code %s', (typed, kept) => expect(tidyPostalCode(typed)).toBe(kept));
