import type { FoundQuantity } from '../../quantities/quantity.ts';
import { findQuantities } from '../../quantities/read-quantity.ts';
import type { Baseline, PlacedCharacter } from '../lines/line.ts';
import { unionOf } from '../sheet/box.ts';
import { headerSense } from '../words/header-sense.ts';
import { type Label, labelOf, NO_LABEL } from '../words/label.ts';
import { REASON_ENDINGS } from '../words/vocabulary.ts';
import type { Entry, PlacedQuantity } from './entry.ts';
import { isBeforeChange, isChange, nameBehind, type PhraseWords, readPhrase } from './phrase-names.ts';

/** Reads running text: a phrase for each amount, named by the words before it, and a text for each sentence without one. */
export function readProse(lines: readonly Pick<Baseline, 'characters'>[], parents: readonly Label[]): Entry[] {
  return sentencesOf(lines.flatMap((line) => line.characters)).flatMap((sentence) => readSentence(sentence, parents));
}

function sentencesOf(characters: readonly PlacedCharacter[]): PlacedCharacter[][] {
  const sentences: PlacedCharacter[][] = [[]];
  for (const character of characters) {
    sentences.at(-1)!.push(character);
    if (character.text === '。') sentences.push([]);
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

const reasonPattern = new RegExp(`(?:${REASON_ENDINGS.join('|')})$`, 'u');

/** A sentence's text, with the characters that each stretch of it is made of. */
class Sentence {
  readonly text: string;
  private readonly characters: readonly PlacedCharacter[];
  /** For each code unit of the text the index of its character. */
  private readonly offsets: readonly number[];

  constructor(characters: readonly PlacedCharacter[]) {
    this.characters = characters;
    this.text = characters.map(({ text }) => text).join('');
    this.offsets = characters.flatMap(({ text }, index) => new Array<number>(text.length).fill(index));
  }

  /** Where it begins: the page, and what stands of it there. */
  placeOf(start: number, end: number): Pick<Entry, 'page' | 'box'> {
    const last = this.offsets[end - 1] ?? this.characters.length - 1;
    const own = this.characters.slice(this.offsets[start], last + 1);
    const { page } = own[0]!;
    return { page, box: unionOf(own.filter((character) => character.page === page).map(({ box }) => box)) };
  }

  spreadOf(start: number, end: number): Pick<Entry, 'spread'> {
    const counts = new Map<number, number>();
    for (const { page } of this.characters.slice(this.offsets[start], this.offsets[end]))
      counts.set(page, (counts.get(page) ?? 0) + 1);
    return counts.size > 1 ? { spread: [...counts] } : {};
  }
}

/** What a sentence says of one thing, while further amounts of it are read. */
interface Phrase {
  readonly entry: Entry;
  readonly quantities: PlacedQuantity[];
  readonly from: number;
}

const CHANGE = [labelOf('増減')];
const BEFORE = [labelOf('これまで')];

function readSentence(characters: readonly PlacedCharacter[], parents: readonly Label[]): Entry[] {
  const sentence = new Sentence(characters);
  const { text } = sentence;
  const phrases: Phrase[] = [];
  let topic: Label | null = null;
  let from = 0;
  const found = findQuantities(text);
  for (const [index, quantity] of found.entries()) {
    const words = readPhrase(text.slice(from, quantity.start));
    if (words.topic !== null) topic = labelOf(words.topic);
    const { page, box } = sentence.placeOf(quantity.start, quantity.end);
    const column = columnOf(text, quantity, found[index + 1]);
    const placed: PlacedQuantity = { page, box, quantity, unit: quantity.unit, column };
    const open = phrases.at(-1);
    if (open && words.name === '' && words.topic === null) open.quantities.push(placed);
    else {
      // （前年度 956千円） right behind an amount is of the same thing.
      const bracketed = /^[（(][^）)]*$/u.test(text.slice(from, quantity.start)) ? (open?.entry ?? null) : null;
      const whole = sentence.placeOf(from, quantity.end);
      const quantities = [placed];
      const name = topic ? words.name : nameOf(words, text.slice(quantity.end));
      const entry: Entry = {
        kind: 'phrase',
        page,
        box: whole.page === page ? whole.box : box,
        ...nameAmount(name, topic, parents, bracketed),
        remark: labelOf(text.slice(quantity.end, quantity.end + 12)),
        quantities,
      };
      phrases.push({ entry, quantities, from });
    }
    from = quantity.end;
  }
  if (phrases.length === 0) return [textEntry(sentence, parents)];
  return phrases.map((own, index) => ({
    ...own.entry,
    ...sentence.spreadOf(own.from, phrases[index + 1]?.from ?? text.length),
  }));
}

/** An amount by which something changed, or from which, is not what it is now. */
function columnOf(text: string, { end }: FoundQuantity, next: FoundQuantity | undefined): readonly Label[] {
  if (isChange(text.slice(end))) return CHANGE;
  return next && isBeforeChange(text.slice(end, next.start), text.slice(next.end)) ? BEFORE : [];
}

/** Before the amount, else behind it: 本年度も says when, and not what. */
function nameOf({ name, clause }: PhraseWords, after: string): string {
  const saysWhat = name !== '' && !isYearWord(labelOf(name));
  return saysWhat ? name : nameBehind(after) || name || clause;
}

function textEntry(sentence: Sentence, parents: readonly Label[]): Entry {
  const { text } = sentence;
  return {
    kind: 'text',
    ...sentence.placeOf(0, text.length),
    ...sentence.spreadOf(0, text.length),
    parents,
    label: labelOf(text),
    remark: NO_LABEL,
    quantities: [],
  };
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

/** What an amount belongs to that stands beside the one of `entry`; years beside one another are of the same thing. */
const besideParents = ({ parents, label }: Entry) => (isYearWord(label) ? parents : [...parents, label]);
