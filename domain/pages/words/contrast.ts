import type { Label } from './label.ts';
import { CONTRARY_PARTS } from './vocabulary.ts';

/** Longer labels are sentences, which are put in other words without saying another thing. */
const LONGEST_NAME = 40;
/** Kanji or digits; kana and their like are spelt now so, now so: 子ども and こども. */
const WORD = /^(?:[一-龠々]+|[0-9]+)$/u;

/**
 * True where two names are alike but for one word put in the place of another, which makes another thing of it: 小学校管理費
 * and 中学校管理費, 一般被保険者 and 退職被保険者, 1月末 and 2月末; also for a word put in that does so by itself.
 */
export function areContrary({ key: a }: Label, { key: b }: Label): boolean {
  if (Math.max(a.length, b.length) > LONGEST_NAME) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [own, other] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (own !== '' && other !== '') return WORD.test(own) && WORD.test(other);
  return CONTRARY_PARTS.some((part) => part === own + other);
}
