import type { FoundQuantity } from '../../quantities/quantity.ts';
import { findQuantities } from '../../quantities/read-quantity.ts';
import { headerSense } from '../words/header-sense.ts';
import { type Label, labelOf, NO_LABEL } from '../words/label.ts';
import { REASON_ENDINGS } from '../words/vocabulary.ts';
import type { Entry, PlacedQuantity } from './entry.ts';
import { isBeforeChange, isChange, isComparedWith, nameBehind, type PhraseWords, readPhrase } from './phrase-names.ts';
import { respectiveNames } from './respective-names.ts';
import type { Sentence } from './sentence.ts';

const reasonPattern = new RegExp(`(?:${REASON_ENDINGS.join('|')})$`, 'u');

/** What a sentence says of one thing, while further amounts of it are read. */
interface Phrase {
  readonly entry: Entry;
  readonly quantities: PlacedQuantity[];
  readonly from: number;
}

const CHANGE = [labelOf('増減')];
const BEFORE = [labelOf('これまで')];

/** Reads a sentence from amount to amount: carries over what it is about, and what the bracket that is open says more of. */
export class SentenceReader {
  readonly phrases: Phrase[] = [];
  private readonly sentence: Sentence;
  private readonly parents: readonly Label[];
  private readonly found: readonly FoundQuantity[];
  private readonly respective: ReadonlyMap<number, PhraseWords>;
  private topic: Label | null = null;
  /** The phrase that the last bracket stands right behind. */
  private aside: { readonly at: number; readonly of: Phrase } | null = null;

  constructor(sentence: Sentence, parents: readonly Label[]) {
    this.sentence = sentence;
    this.parents = parents;
    this.found = findQuantities(sentence.text);
    this.respective = respectiveNames(sentence.text, this.found);
    for (const index of this.found.keys()) this.read(index);
  }

  private read(index: number): void {
    const { text } = this.sentence;
    const quantity = this.found[index]!;
    const from = this.found[index - 1]?.end ?? 0;
    const open = this.openAt(from, quantity.start);
    const column = columnOf(text, text.slice(from, quantity.start), quantity, this.found[index + 1]);
    const words = this.wordsOf(index, column);
    if (words.topic !== null) this.topic = labelOf(words.topic);
    const { page, box } = this.sentence.placeOf(quantity.start, quantity.end);
    const placed = { page, box, quantity, unit: quantity.unit, column };
    if (open && words.name === '' && words.topic === null) {
      if (PART.test(text.slice(from, quantity.start))) this.begin(from, placed, { ...words, name: 'うち' }, open.entry);
      else open.quantities.push(placed);
    } else this.begin(from, placed, words, this.asideOf(quantity.start));
  }

  /** The phrase that goes on at an amount; what a bracket says is left where it is closed. */
  private openAt(from: number, start: number): Phrase | undefined {
    const between = this.sentence.text.slice(from, start);
    const last = this.phrases.at(-1);
    if (/^[（(]/u.test(between) && last) this.aside = { at: from, of: last };
    else if (this.aside && /[）)]/u.test(between)) {
      const { of } = this.aside;
      this.aside = null;
      return of;
    }
    return last;
  }

  private wordsOf(index: number, column: readonly Label[]): PhraseWords {
    const { text } = this.sentence;
    const before = text.slice(this.found[index - 1]?.end ?? 0, this.found[index]!.start);
    const words = this.respective.get(index) ?? readPhrase(before.replace(CLOSED, ''));
    // From 昨年度の3件 to 5件: the year is when it was so many, and the number is of the same thing.
    const isOnlyYear = column === BEFORE && isWhen(words.name) && (words.topic ?? this.topic) !== null;
    return isOnlyYear ? { ...words, name: '' } : words;
  }

  private begin(
    from: number,
    placed: PlacedQuantity & { quantity: FoundQuantity },
    words: PhraseWords,
    of: Entry | null,
  ): void {
    const { text } = this.sentence;
    const { page, box } = placed;
    const { end } = placed.quantity;
    const whole = this.sentence.placeOf(from, end);
    const name = this.topic ? words.name : nameOf(words, text.slice(end));
    const quantities = [placed];
    const entry: Entry = {
      kind: 'phrase',
      page,
      box: whole.page === page ? whole.box : box,
      ...nameAmount(name, this.topic, this.parents, of),
      remark: labelOf(text.slice(end, end + 12)),
      quantities,
    };
    this.phrases.push({ entry, quantities, from });
  }

  /** （前年度 956千円） right behind an amount is of the same thing, whatever else the bracket says. */
  private asideOf(start: number): Entry | null {
    const { aside } = this;
    return aside && !/[）)]/u.test(this.sentence.text.slice(aside.at, start)) ? aside.of.entry : null;
  }
}

/** 30件の相談があり、うち12件: a part of the amount before. */
const PART = /(?:^|[、，])[そこ]?の?うち[、，]?$/u;

/** What a bracket behind an amount said before it was closed. */
const CLOSED = /^[^（(]*[）)](?:[でをがにと]?[、，]?)/u;

/** An amount by which something changed, or from which, is not what it is now. */
function columnOf(
  text: string,
  before: string,
  { end }: FoundQuantity,
  next: FoundQuantity | undefined,
): readonly Label[] {
  if (isChange(text.slice(end))) return CHANGE;
  // 前年度に比べ3億円、2.6％の増.
  const between = next && text.slice(end, next.start);
  if (next && isComparedWith(before) && /^[、，](?:率にして)?$/u.test(between!) && isChange(text.slice(next.end)))
    return CHANGE;
  return next && isBeforeChange(text.slice(end, next.start), text.slice(next.end)) ? BEFORE : [];
}

/** Before the amount, else behind it: 本年度も says when, and not what. */
function nameOf({ name, clause }: PhraseWords, after: string): string {
  const saysWhat = name !== '' && !isYearWord(labelOf(name));
  return saysWhat ? name : nameBehind(after) || name || clause;
}

/** An amount without words of its own is what the topic, the column or the heading says; `beside` is what it is in brackets behind. */
function nameAmount(
  name: string,
  topic: Label | null,
  parents: readonly Label[],
  beside: Entry | null,
): Pick<Entry, 'label' | 'parents' | 'isUnnamed'> {
  const isNamed = name !== '' && !(topic && reasonPattern.test(name));
  if (!isNamed) {
    if (topic) return { label: topic, parents };
    return { label: parents.at(-1) ?? NO_LABEL, parents: parents.slice(0, -1), isUnnamed: true };
  }
  const label = labelOf(name);
  if (beside) return { label, parents: besideParents(beside) };
  return { label, parents: topic ? [...parents, topic] : parents };
}

const isYearWord = (label: Label) => headerSense(label).role !== null && headerSense(label).stem === '';

/** 昨年度, 令和４年度, ５年前. */
const isWhen = (name: string) => isYearWord(labelOf(name)) || /^(?:[0-9０-９]+年前|.{2,4}年度?末?)$/u.test(name);

/** What an amount belongs to that stands beside the one of `entry`; years beside one another are of the same thing. */
const besideParents = ({ parents, label }: Entry) => (isYearWord(label) ? parents : [...parents, label]);
