import {
  ABOUT,
  COMPARED_WITH,
  DESCRIPTION_ENDINGS,
  JOINING_WORDS,
  NAME_TAILS,
  NO_NAMES_BEHIND,
  TOPIC_ENDINGS,
} from '../words/vocabulary.ts';

/**
 * What the words before an amount say: a new topic (歳入におきましては、) and the name that the amount has, '' for none; `clause` is
 * what else stands there, for want of a name.
 */
export interface PhraseWords {
  readonly topic: string | null;
  readonly name: string;
  readonly clause: string;
}

const any = (words: readonly string[]) => words.join('|');
const topicPattern = new RegExp(`^(.*?)(?:${any(TOPIC_ENDINGS)})[、,，]`, 'u');
const onlyTopicPattern = new RegExp(`(?:${any(TOPIC_ENDINGS)})$`, 'u');
// 一般会計への繰出金 is a name; 下水道事業への下水道事業会計繰出金 describes one.
const descriptionPattern = new RegExp(`^.*(?:(?:${any(DESCRIPTION_ENDINGS)})(?=.{2,}$)|への(?=.{5,}$))`, 'u');
const joiningPattern = new RegExp(`^(?:[、,，・（(~〜～]|の(?=[合総]計)|${any(JOINING_WORDS)})+`, 'u');
const tailPattern = new RegExp(`(?<=.{2})(?:${any(NAME_TAILS)})$`, 'u');
/** 前年度に比べ, 前年度当初予算と比較して: what a change is measured by names nothing. */
const comparedPattern = new RegExp(`^.*(?:${any(COMPARED_WITH)})(?:て|で|と|ますと)?[、,，]?`, 'u');
export const isComparedWith = (words: string): boolean => comparedPattern.test(words);
/** Ｘは｜令和５年度が, Ｘは｜前年度に比べ: は without a comma closes a topic too, where another word begins behind it. */
const halfTopicPattern = new RegExp(
  `^(?:.*[、，])?([^、，]*?[一-龠々ァ-ヺー）)」])は(?=[一-龠々ァ-ヺ「（(0-9０-９][^、，]*[、，]?$|${any(COMPARED_WITH)})`,
  'u',
);
/** What says more of a topic and names nothing: Ｘの予算額は｜前年を上回る, 補助額は｜１件当たり. */
const predicatePattern = /(?:[うくぐすつぬぶむるて]|並み|当た?り|あたり|(?:時点|現在)で?)$/u;
/** から between two amounts, 増の before one that follows a change. */
const betweenAmounts =
  /^(?:から|率にして|金額にして|額にして|(?:の|もの)?[増減][加少額収]?(?:の|し|となる|となり|で)?(?:[、,，]率にして)?)?[、,，]?$/u;
const aboutPattern = new RegExp(`(?:${any(ABOUT)})+$`, 'u');
/** 国の制度を活用し、 and このため、 are clauses before the amount, not its name. */
const CLAUSE = /(?:[いえきけげしせちてでねびべみめりれ]|ず|ため|ほか|うえ|上で|結果)[、,，]$/u;

/** A name before an amount is not longer, in characters. */
const LONGEST_NAME = 120;

export function readPhrase(words: string): PhraseWords {
  let rest = words.replace(joiningPattern, '');
  let topic: string | null = null;
  for (;;) {
    const match = topicPattern.exec(rest);
    if (!match) break;
    topic = withoutTail(lastClause(match[1]!).replace(joiningPattern, ''));
    rest = rest.slice(match[0].length).replace(joiningPattern, '');
  }
  const half = halfTopicPattern.exec(rest);
  if (!half) return { topic, ...nameBefore(rest, topic !== null) };
  const what = withoutTail(half[1]!.replace(joiningPattern, ''));
  const behind = nameBefore(rest.slice(half[0].length), true);
  return behind.name === '' ? { topic, name: what, clause: '' } : { topic: what, ...behind };
}

/** What words without a topic of their own name, `isSaidOf` where one stands before them. */
function nameBefore(words: string, isSaidOf: boolean): Pick<PhraseWords, 'name' | 'clause'> {
  const rest = words
    .replace(comparedPattern, '')
    .replace(aboutPattern, '')
    .replace(/として[、,，]$/u, '');
  if (betweenAmounts.test(rest)) return { name: '', clause: '' };
  const last = lastClause(rest).slice(-LONGEST_NAME).replace(joiningPattern, '');
  const name = withoutTail(nameIn(last)).replace(descriptionPattern, '');
  if (isSaidOf && predicatePattern.test(name)) return { name: '', clause: '' };
  return CLAUSE.test(rest) ? { name: '', clause: name } : { name, clause: '' };
}

export const nameIn = (clause: string): string =>
  clause
    .replace(aboutPattern, '')
    .replace(onlyTopicPattern, '')
    .replace(/(?:から|[をがにの])$/u, '')
    .replace(/^.+(合わせて|あわせて)$/u, '$1');

/** Ｘに要する経費, Ｘの予算額 and Ｘとして are what Ｘ costs. */
const withoutTail = (name: string) => name.replace(tailPattern, '');

/** The words after the last comma: what stands before it belongs to an earlier clause. */
function lastClause(text: string): string {
  const clauses = text.split(/[、，]/u).filter((clause) => clause !== '');
  return clauses.at(-1) ?? '';
}

const BEHIND =
  /^(?:の|を(?:投じ|充て|かけ)て?[、,，]?)([^、。，をがはにでも（()）0-9０-９]{2,40})(?=[をがはにでも、。（(])/u;
const noNamesBehind = new RegExp(`^(?:${any(NO_NAMES_BEHIND)})`, 'u');

/** The name that stands behind an amount: 5億円の｜基金, 2億円を投じ、｜庁舎の改修; '' where none does. */
export function nameBehind(after: string): string {
  const name = BEHIND.exec(after)?.[1] ?? '';
  return noNamesBehind.test(name) ? '' : name;
}

/** True for an amount by which something changed: 3.2％の増, 8億円減; 8億円増額し is the amount of a budget that changes another. */
export const isChange = (after: string): boolean =>
  /^(?:もの|の)?[増減](?:[加少収]|(?=[のとでし、。（()）]|$))/u.test(after);

/** True for the first of two between which something changed: 20人から24人へ. */
export const isBeforeChange = (between: string, behind: string): boolean =>
  /^から約?$/u.test(between) && /^(?:へ|に(?!及|わた))/u.test(behind);
