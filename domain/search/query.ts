import { foldWords } from './fold.ts';

/** Words that must all stand on a page, folded, at most `mostWords`; empty where nothing can be searched. */
export type Query = readonly string[];

const mostWords = 8;
/** A comma within a number parts no words: 540,950. */
const separators = /[\s\u3000、]+|[,，](?![0-9０-９]{3}(?![0-9０-９]))|(?<![0-9０-９])[,，]/u;
/** Pages that hold the words are counted up to here; this many means: more than one less. */
export const mostCounted = 1001;

/** 「予算　介護」 → 予算 and 介護. A word within another one asks for nothing more. */
export function readQuery(typed: string): Query {
  const words = typed
    .split(separators)
    .map((word) => foldWords(word).text)
    .filter((word) => word !== '');
  const longest = [...new Set(words)].sort((a, b) => b.length - a.length).slice(0, mostWords);
  return longest.filter((word, index) => !longest.slice(0, index).some((longer) => longer.includes(word)));
}
