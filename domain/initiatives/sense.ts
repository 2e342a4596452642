import { COMMON_ERA_LETTERS, yearWithoutEra } from '../japanese/era.ts';
import {
  DEPARTMENT_WORDS,
  INDICATOR_WORDS,
  NUMBER_WORDS,
  RATING_ENDINGS,
  STATE_ENDINGS,
} from '../pages/words/captions.ts';
import { headerSense } from '../pages/words/header-sense.ts';
import { type Label, labelOf } from '../pages/words/label.ts';
import { withoutUnit } from '../pages/words/unit-caption.ts';
import type { Unit } from '../quantities/unit.ts';
import { isStateWord } from './state.ts';
import * as words from './words.ts';

/** What a label says that the values beside or under it are. */
export type Role =
  | 'number'
  | 'name'
  | 'department'
  | 'indicator'
  | 'target'
  | 'result'
  | 'state'
  | 'rating'
  | 'effect'
  | 'group'
  | 'total'
  | 'aside';

/** How a label is understood. */
export interface Sense {
  /** Empty for a mere year. 効果額（実績） is both an effect and a result. */
  readonly roles: readonly Role[];
  readonly year: number | null;
  /** 前年度, 比較増減: values that are not of the paper's year. */
  readonly elsewhere: boolean;
  /** False where the label says more than the word it is known by: 工程進捗率 may be the name of an indicator. */
  readonly exact: boolean;
  readonly unit: Unit | null;
  readonly label: Label;
}

const WIDE_LETTERS = String.fromCharCode(...[...COMMON_ERA_LETTERS].map((letter) => letter.charCodeAt(0) + 0xfee0));
const SHORT_YEAR = new RegExp(
  `^([${COMMON_ERA_LETTERS}${WIDE_LETTERS}][.．]?)([0-9０-９]{1,2})(?=[^0-9０-９.．年末])`,
  'u',
);

/** Longer cells are values or prose. */
const LONGEST_LABEL = 18;

const known = new Map<string, Sense | null>();

/** What a cell says as a label; null where it is none, but a value. */
export function senseOf(text: string): Sense | null {
  const found = known.get(text);
  if (found !== undefined) return found;
  const sense = readSense(text);
  if (known.size > 20_000) known.clear();
  known.set(text, sense);
  return sense;
}

function readSense(text: string): Sense | null {
  // Ｒ５目標 is the target of 令和５年度
  const printed = text.replace(/\s+/gu, '').replace(SHORT_YEAR, '$1$2年度');
  if (printed === '') return null;
  const { words: bare, unit } = withoutUnit(printed);
  const label = labelOf(bare.replace(/[（(【［[][^（()）]*[)）】］\]]$/u, '') || bare);
  const isBareYear = /^(?:[0-9]{1,2}|元)年度$/u.test(label.printed.normalize('NFKC'));
  // 元年度 without its era
  const year = label.years.at(-1) ?? (isBareYear ? yearWithoutEra(1) : null);
  const inBrackets = /[（(【［[]([^（()）]*)[)）】］\]]$/u.exec(bare)?.[1];
  const key = isBareYear ? '' : label.key.replace(/^年(?:末|の)?/u, '').replace(/年$/u, year === null ? '年' : '');
  if (key.length > LONGEST_LABEL || (isStateWord(key) && !endsWith(key, STATE_ENDINGS))) return null;
  const { role: relative, stem } = headerSense(label);
  const own = rolesOf(relative === null ? key : stem);
  const roles = own.length > 0 && inBrackets ? [...new Set([...own, ...rolesOf(labelOf(inBrackets).key)])] : own;
  if (roles.length === 0 && year === null && relative === null) return null;
  // a name that happens to hold a year is no label
  if (roles.length === 0 && year !== null && key.length > 2) return null;
  const elsewhere = relative !== null && relative !== 'this';
  return { roles, year, elsewhere, exact: isExact(key), unit, label };
}

/** The first that holds decides. */
const WHOLE_WORDS: readonly (readonly [role: Role, words: readonly string[]])[] = [
  ['number', NUMBER_WORDS],
  ['department', DEPARTMENT_WORDS],
  ['indicator', INDICATOR_WORDS],
  ['group', words.GROUP_WORDS],
  ['name', words.INITIATIVE_NAME_WORDS],
  ['total', words.EFFECT_TOTAL_WORDS],
  ['aside', words.ASIDE_ENDINGS],
];
const ENDINGS: typeof WHOLE_WORDS = [
  ['rating', RATING_ENDINGS],
  ['state', STATE_ENDINGS],
  ['aside', words.ASIDE_ENDINGS],
  ['result', words.RESULT_ENDINGS],
  ['target', words.TARGET_ENDINGS],
  ['name', words.NAME_ENDINGS],
];

/** Known by themselves, and not only by how they end. */
const EXACT = new Set<string>([
  ...[...WHOLE_WORDS, ...ENDINGS].flatMap(([, list]) => list),
  ...[...words.EFFECT_WORDS, ...words.SECTION_WORDS],
]);
const isExact = (key: string) => key === '' || EXACT.has(key);

const endsWith = (key: string, list: readonly string[]) =>
  list.some((word) => key === word || (key.endsWith(word) && key.length - word.length <= 8));

function rolesOf(key: string): Role[] {
  if (key === '') return [];
  const whole = WHOLE_WORDS.find(([, list]) => list.includes(key));
  if (whole) return [whole[0]];
  const effect = words.EFFECT_WORDS.some((word) => key.includes(word));
  if (effect && !key.endsWith('内容') && !key.endsWith('率')) {
    if (endsWith(key, words.RESULT_ENDINGS)) return ['effect', 'result'];
    if (endsWith(key, words.TARGET_ENDINGS) || /見込|計画|目標|予定/u.test(key)) return ['effect', 'target'];
    return ['effect'];
  }
  const ending = ENDINGS.find(([, list]) => endsWith(key, list));
  return ending ? [ending[0]] : [];
}
