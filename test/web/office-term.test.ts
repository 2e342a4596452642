import { expect, test } from 'vitest';
import { proposeTerm } from '../../web/features/office/committees/term.ts';

test('the first members of a committee are proposed a term that its newest meeting falls in', () => {
  expect(proposeTerm([], '2026-11-26', '2026-03-02')).toEqual({ from: '2025-04-01', to: '2027-03-31' });
  expect(proposeTerm([], '2026-11-26', '2027-05-10')).toEqual({ from: '2026-04-01', to: '2028-03-31' });
  expect(proposeTerm([], '2026-11-26')).toEqual({ from: '2026-04-01', to: '2028-03-31' });
});

test('meetings of long ago, put in for their papers, move no term', () => {
  expect(proposeTerm([], '2026-11-26', '2019-05-10')).toEqual({ from: '2026-04-01', to: '2028-03-31' });
});
