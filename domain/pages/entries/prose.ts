import { findQuantities } from '../../quantities/read-quantity.ts';
import type { Baseline, PlacedCharacter } from '../lines/line.ts';
import { unionOf } from '../sheet/box.ts';
import { headerSense } from '../words/header-sense.ts';
import { type Label, labelOf, NO_LABEL } from '../words/label.ts';
import { DESCRIPTION_ENDINGS, JOINING_WORDS, REASON_ENDINGS, TOPIC_ENDINGS } from '../words/vocabulary.ts';
import type { Entry, PlacedQuantity } from './entry.ts';

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

const topicPattern = new RegExp(`^(.*?)(?:${TOPIC_ENDINGS.join('|')})[、,，]`, 'u');
const onlyTopicPattern = new RegExp(`(?:${TOPIC_ENDINGS.join('|')})$`, 'u');
// 一般会計への繰出金 is a name; 下水道事業への下水道事業会計繰出金 describes one.
const descriptionPattern = new RegExp(`^.*(?:(?:${DESCRIPTION_ENDINGS.join('|')})(?=.{2,}$)|への(?=.{5,}$))`, 'u');
const reasonPattern = new RegExp(`(?:${REASON_ENDINGS.join('|')})$`, 'u');
const joiningPattern = new RegExp(`^(?:[、,，・（(~〜～]|${JOINING_WORDS.join('|')})+`, 'u');

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

function readSentence(characters: readonly PlacedCharacter[], parents: readonly Label[]): Entry[] {
  const sentence = new Sentence(characters);
  const { text } = sentence;
  const phrases: Phrase[] = [];
  let topic: Label | null = null;
  let from = 0;
  for (const quantity of findQuantities(text)) {
    const words = readPhrase(text.slice(from, quantity.start));
    if (words.topic !== null) topic = labelOf(words.topic);
    const { page, box } = sentence.placeOf(quantity.start, quantity.end);
    const placed: PlacedQuantity = { page, box, quantity, unit: quantity.unit, column: [] };
    const open = phrases.at(-1);
    if (open && words.name === '' && words.topic === null) open.quantities.push(placed);
    else {
      // （前年度 956千円） right behind an amount is of the same thing.
      const bracketed = /^[（(][^）)]*$/u.test(text.slice(from, quantity.start)) ? (open?.entry ?? null) : null;
      const whole = sentence.placeOf(from, quantity.end);
      const quantities = [placed];
      const entry: Entry = {
        kind: 'phrase',
        page,
        box: whole.page === page ? whole.box : box,
        ...nameAmount(words.name, topic, parents, bracketed),
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
): Pick<Entry, 'label' | 'parents'> {
  const isNamed = name !== '' && !(topic && reasonPattern.test(name));
  if (!isNamed) {
    const label = topic ?? parents.at(-1) ?? NO_LABEL;
    return { label, parents: topic ? parents : parents.slice(0, -1) };
  }
  const label = labelOf(name);
  if (beside) return { label, parents: besideParents(beside) };
  return { label, parents: topic ? [...parents, topic] : parents };
}

const isYearWord = (label: Label) => headerSense(label).role !== null && headerSense(label).stem === '';

/** What an amount belongs to that stands beside the one of `entry`; years beside one another are of the same thing. */
const besideParents = ({ parents, label }: Entry) => (isYearWord(label) ? parents : [...parents, label]);

/** A name before an amount is not longer, in characters. */
const LONGEST_NAME = 120;

/** Parts the words before an amount into a new topic (歳入におきましては、) and the name that the amount has. */
function readPhrase(words: string): { topic: string | null; name: string } {
  let rest = words.replace(joiningPattern, '');
  let topic: string | null = null;
  for (;;) {
    const match = topicPattern.exec(rest);
    if (!match) break;
    topic = lastClause(match[1]!);
    rest = rest.slice(match[0].length).replace(joiningPattern, '');
  }
  const clause = lastClause(rest)
    .slice(-LONGEST_NAME)
    .replace(joiningPattern, '')
    .replace(/[（(約]+$/u, '');
  const name = clause.replace(onlyTopicPattern, '').replace(/[をがにの]$/u, '');
  return { topic, name: name.replace(descriptionPattern, '') };
}

/** The words after the last comma: what stands before it belongs to an earlier clause. */
function lastClause(text: string): string {
  const clauses = text.split(/[、，]/u).filter((clause) => clause !== '');
  return clauses.at(-1) ?? '';
}
