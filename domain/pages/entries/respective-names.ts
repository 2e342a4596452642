import type { FoundQuantity } from '../../quantities/quantity.ts';
import { nameIn, type PhraseWords, readPhrase } from './phrase-names.ts';

const RESPECTIVELY =
  /(?:[はをにがも]|では|において|につきまして|については)?[、，]?(?:それぞれ|各々|おのおの|順に)[、，]?約?$/u;
/** What stands between the amounts of one list. */
const NEXT = /^(?:[、，・と]|及び|並びに|および|ならびに)+約?$/u;
const PARTS = /[、，・]|及び|並びに|および|ならびに/u;
/** と joins names only where nothing else does: まちとひと is one. */
const PARTS_WITH_AND = new RegExp(`${PARTS.source}|と`, 'u');

/** 小学校費、中学校費は、それぞれ3億円、2億円: the words of each amount of such a list, by its place among the amounts found. */
export function respectiveNames(text: string, found: readonly FoundQuantity[]): ReadonlyMap<number, PhraseWords> {
  const words = new Map<number, PhraseWords>();
  for (const [first, { start }] of found.entries()) {
    const before = text.slice(found[first - 1]?.end ?? 0, start);
    const names = RESPECTIVELY.exec(before);
    if (!names) continue;
    let last = first;
    while (found[last + 1] && NEXT.test(text.slice(found[last]!.end, found[last + 1]!.start))) last += 1;
    const own = listedNames(before.slice(0, names.index), last - first + 1);
    for (const [at, each] of (own ?? []).entries()) words.set(first + at, each);
  }
  return words;
}

/** Null where there are fewer names than amounts, or only one. */
function listedNames(list: string, count: number): PhraseWords[] | null {
  if (count < 2) return null;
  const parts = [list.split(PARTS), list.split(PARTS_WITH_AND)].find((names) => names.length >= count);
  if (!parts) return null;
  const names = withSharedEnd(parts.slice(-count));
  // Before the first name the sentence may say what it is about: 歳入では、市税、….
  const begins = parts.at(-count)!;
  const first = readPhrase(list.slice(0, list.indexOf(begins)) + names[0]!);
  return names.map((name, at) => (at === 0 ? first : { topic: null, name: nameIn(name), clause: '' }));
}

/** 小学校と中学校の耐震化率 are 小学校の耐震化率 and 中学校の耐震化率. */
function withSharedEnd(names: readonly string[]): string[] {
  const end = /の[^の]+$/u.exec(names.at(-1)!)?.[0] ?? '';
  return names.map((name) => (name.includes('の') ? name : name + end));
}
