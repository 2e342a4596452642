import { foldWidths } from '../../japanese/normalise.ts';
import { readNumbering } from './numbering.ts';

/** Where no line ends. */
const space = '\u00a0';

/**
 * A label for the eye and the ear: its number stands apart from its name, as papers print it: １歳入の確保 → １ 歳入の確保,
 * №3-7公共施設 → №3-7 公共施設. A number that ends with a mark of its own (1. (1) ①) is apart already.
 */
export function spacedName(printed: string): string {
  const { number, rest } = readNumbering(printed);
  if (rest === '' || !/^第|[0-9]/u.test(number)) return printed;
  const end = [...printed.matchAll(/./gu)].find(({ index }) => squashed(printed.slice(index)) === rest)?.index;
  const head = printed.slice(0, end ?? 0).trimEnd();
  return head === '' || /[.．、:：)）\u2460-\u2473]$/u.test(head)
    ? printed
    : `${head}${space}${printed.slice(end).trimStart()}`;
}

const squashed = (text: string) => foldWidths(text).replace(/\s+/gu, '');
