import { expect, test } from 'vitest';
import {
  chainInitiatives,
  type Judgements,
  type SharedLines,
  type ToldInitiative,
} from '../../../domain/initiatives/chain.ts';
import { findInitiative } from '../../../domain/initiatives/find-initiative.ts';
import { readInitiatives } from '../../../domain/initiatives/read-initiatives.ts';
import { draw } from '../pages/drawn-page.ts';

const nothingSaid: Judgements = { same: [], different: [] };

/** A paper a line of text: `number name @department; …`; an initiative's id is its paper's index and number. */
function papers(...texts: string[]): ToldInitiative[][] {
  return texts.map((text, index) => {
    const rows = text.split(';').map((row) => {
      const [, number, name, department = ''] = /^\s*(\S+) (.+?)(?:@(\S+))?\s*$/u.exec(row)!;
      return `|${number}|${name}|${department}|10件|9件|順調|`;
    });
    const drawn = draw(['|№|取組名|担当課|目標|実績|進捗|', ...rows].join('\n'), { width: 1200, height: 842 });
    return readInitiatives(drawn.pages, 2021 + index).initiatives.map((initiative) => ({
      id: `${index}:${initiative.number}`,
      documentId: index,
      seriesId: 1,
      initiative,
    }));
  });
}

const chains = (told: ToldInitiative[][], said = nothingSaid, shared?: SharedLines) =>
  chainInitiatives(told, said, shared).map((chain) => chain.map(({ id }) => id).join(' '));

test('numbers move, names stay', () => {
  const told = papers(
    '1 市税の収納@税務課; 2 広告収入の確保@広報課; 3 電力調達の見直し@資産課',
    '1 広告収入の確保@広報課; 2 ふるさと納税の推進@商工課; 3 市税の収納@税務課',
    '1 ふるさと納税の推進@商工課; 2 広告収入の確保@広報課; 4 電力調達の見直し@資産課',
  );
  expect(chains(told)).toEqual(['0:1 1:3', '0:2 1:1 2:2', '0:3 2:4', '1:2 2:1']);
});

test('a name that gained words, in the same surroundings, is the same; another of the same kind is not', () => {
  const told = papers(
    '1 窓口業務の民間委託@市民課; 2 介護保険システムの標準化@長寿課',
    '1 窓口業務の民間委託の推進@市民課; 2 国民健康保険システムの標準化@保険課',
  );
  expect(chains(told)).toEqual(['0:1 1:1', '0:2', '1:2']);
});

test('a renamed initiative is found by the lines that a comparison found the same', () => {
  const told = papers('1 電子決裁の推進@総務課', '1 決裁の電子化@総務課');
  expect(chains(told)).toEqual(['0:1', '1:1']);
  expect(chains(told, nothingSaid, () => 0.8)).toEqual(['0:1 1:1']);
});

test('people have the last word', () => {
  const told = papers('1 市税の収納@税務課; 2 広報@広報課', '1 市税の収納@税務課; 2 情報発信の強化@広報課');
  expect(chains(told, { same: [], different: [['0:1', '1:1']] })).toEqual(['0:1', '0:2', '1:1', '1:2']);
  expect(chains(told, { same: [['1:2', '0:2']], different: [] })).toEqual(['0:1 1:1', '0:2 1:2']);
  // two of one paper are never one
  expect(chains(told, { same: [['0:1', '0:2']], different: [] })).toEqual(['0:1 1:1', '0:2', '1:2']);
});

test('an initiative is found again by name and number, though its page and number have moved', () => {
  const [paper] = papers('1 市税の収納@税務課; 2 広告収入の確保@広報課; 3 電力調達の見直し@資産課');
  const initiatives = paper!.map(({ initiative }) => initiative);
  const find = (number: string, name: string) => findInitiative({ number, name, page: 7 }, initiatives)?.name ?? null;
  expect(find('№２', '広告収入の確保')).toBe('広告収入の確保');
  expect(find('9', '広告収入の確保')).toBe('広告収入の確保');
  expect(find('2', '広告収入等の確保')).toBe('広告収入の確保');
  expect(find('2', '職員定員の適正管理')).toBeNull();
});
