import { expect, test } from 'vitest';
import { fillSentence, unknownFields, usualBody } from '../../../domain/meetings/letter-sentences.ts';

const values = {
  ...{ 会議体: '懇談会', 会議: '第１回懇談会', 開催日: '令和６年１月２３日（火）' },
  ...{ 時刻: '午後２時から', 場所: '第１会議室', 期限: '' },
};

test('fields are filled in, and what is no field stays as it is typed and is told', () => {
  expect(fillSentence('{会議}（{開催日}）を{会議室}で', values)).toBe(
    '第１回懇談会（令和６年１月２３日（火））を{会議室}で',
  );
  expect(unknownFields('{会議}を{会議室}で{}')).toEqual(['会議室', '']);
  expect(fillSentence(usualBody, values)).toMatch(/^懇談会を下記のとおり/);
  expect(unknownFields(usualBody)).toEqual([]);
});

test('a value that looks like a field is not filled in again', () => {
  expect(fillSentence('{場所}', { ...values, 場所: '{会議}' })).toBe('{会議}');
});
