import { expect, test } from 'vitest';
import { concurrentChanges, mergeLists } from '../../../domain/meetings/concurrent-change.ts';

test('what the other changed is told, with mine where both changed it differently', () => {
  const base = { place: 'A', title: 'T', time: '1', reason: '' };
  const mine = { place: 'B', title: 'T', time: '2', reason: 'x' };
  const theirs = { place: 'C', title: 'U', time: '2', reason: '' };
  expect(concurrentChanges(base, mine, theirs)).toEqual([
    { field: 'place', before: 'A', after: 'C', mine: 'B' },
    { field: 'title', before: 'T', after: 'U', mine: null },
  ]);
});

test('of two lists nothing is lost: the other’s new items come to mine, and what it removed goes', () => {
  const base = [{ id: 1 }, { id: 2 }];
  const mine = [{ id: 2, name: 'two' }, { id: 1 }, { name: 'mine' }];
  const theirs = [{ id: 1 }, { id: 3, name: 'theirs' }];
  expect(mergeLists<{ id?: number; name?: string }, { id: number; name?: string }>(base, mine, theirs)).toEqual([
    { id: 1 },
    { name: 'mine' },
    { id: 3, name: 'theirs' },
  ]);
});
