import { foldWidths } from '../japanese/normalise.ts';
import type { StateKind } from './initiative.ts';
import { STATE_MARKS, STATE_WORDS } from './words.ts';

/** What the marks of one paper mean, as its legend says. */
export type Legend = ReadonlyMap<string, StateKind>;

const LONGEST = 20;

/** The kind of a printed state; `guessed` where a mark is not explained. Null for what can be no state. */
export function readState(text: string, legend: Legend): { kind: StateKind; guessed: boolean } | null {
  const printed = foldWidths(text).replace(/\s+/gu, '');
  if (printed === '' || printed.length > LONGEST) return null;
  const mark = markIn(printed);
  const explained = mark && legend.get(mark);
  if (explained) return { kind: explained, guessed: false };
  const words = kindOfWords(printed);
  if (words) return { kind: words, guessed: false };
  const guess = mark && STATE_MARKS[mark];
  return { kind: guess || 'other', guessed: true };
}

/** True where the words themselves say that this is a state. */
export const isStateWord = (text: string): boolean => {
  const printed = foldWidths(text).replace(/\s+/gu, '');
  return printed.length <= LONGEST && kindOfWords(printed) !== null;
};

/** Ａ, Ｂ評価, ◎（…） */
function markIn(printed: string): string | null {
  return /^([A-ES◎○〇△▲×✕])(?:評価|判定)?(?:$|[(:])/u.exec(printed)?.[1] ?? null;
}

function kindOfWords(printed: string): StateKind | null {
  for (const [kind, words] of STATE_WORDS) if (words.some((word) => printed.includes(word))) return kind;
  return null;
}

/** Reads Ａ：計画どおり, ◎＝順調 … out of running text, and Ａ | 計画どおり out of neighbouring cells (joined by a colon). */
export function readLegend(texts: Iterable<string>): Legend {
  const legend = new Map<string, StateKind>();
  for (const text of texts) {
    for (const match of foldWidths(text).matchAll(
      /([A-ES◎○〇△▲×✕])(?:評価|判定)?\s*[:=…・]+\s*([^A-ES◎○〇△▲×✕:=]{2,40})/gu,
    )) {
      const kind = kindOfWords(match[2]!);
      if (kind && !legend.has(match[1]!)) legend.set(match[1]!, kind);
    }
  }
  return legend;
}
