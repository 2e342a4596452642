import { expect, test } from 'vitest';
import { doorOf, noteMember } from '../../web/client/door.ts';

const door = (address: string) => {
  const { pathname, search } = new URL(address, 'http://portal');
  return doorOf({ pathname, search });
};

test('the screens of the secretariat and previews speak for the official', () => {
  expect(door('/office')).toBe('official');
  expect(door('/office/meetings/3/notices')).toBe('official');
  expect(door('/meetings/3?preview')).toBe('official');
  expect(door('/documents/3?page=2&preview')).toBe('official');
});

test('all other screens speak for the member, until the portal says that there is none', () => {
  expect(door('/meetings/3')).toBe('member');
  expect(door('/officers')).toBe('member');
  noteMember(false);
  expect(door('/meetings/3')).toBe('official');
  noteMember(true);
  expect(door('/meetings/3')).toBe('member');
});
