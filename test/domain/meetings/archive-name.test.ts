import { expect, test } from 'vitest';
import { composedName, isOwnFile } from '../../../domain/meetings/archive-name.ts';

test('what systems leave in folders is no paper', () => {
  const left = ['__MACOSX/資料/._資料１.pdf', '資料/.DS_Store', 'Thumbs.db', '資料/~$資料１.docx', '資料/'];
  expect(left.filter(isOwnFile)).toEqual([]);
  expect(['資料/資料１.pdf', '資料１.docx'].every(isOwnFile)).toBe(true);
});

test('a name goes without its folders, and its voiced marks are composed', () => {
  expect(composedName('会議\\資料１ がん検診.pdf'.normalize('NFD'))).toBe('資料１ がん検診.pdf');
});
