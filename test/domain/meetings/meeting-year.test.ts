import { expect, test } from 'vitest';
import { proposeMeetingYear } from '../../../domain/meetings/meeting-year.ts';

test.each([
  ['令和７年度第２回懇談会', '2026-02-10', 2025],
  ['令和７年度第５回懇談会', '2026-04-02', 2025],
  ['３月定例会', '2026-03-02', 2025],
  ['令和８年３月定例会', '2026-03-02', 2025],
  ['令和３年度から始めた計画の懇談会', '2026-04-02', 2026],
])('%s on %s', (title, heldOn, year) => expect(proposeMeetingYear(title, heldOn)).toBe(year));
