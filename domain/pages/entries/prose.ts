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

function readSentence(characters: readonly PlacedCharacter[], parents: readonly Label[]): Entry[] {
  const offsets: number[] = [];
  let text = '';
  characters.forEach((character, index) => {
    for (let i = 0; i < character.text.length; i += 1) offsets.push(index);
    text += character.text;
  });
  const place = (start: number, end: number) => {
    const own = characters.slice(offsets[start], (offsets[end - 1] ?? characters.length - 1) + 1);
    const { page } = own[0]!;
    return { page, box: unionOf(own.filter((character) => character.page === page).map(({ box }) => box)) };
  };
  const spread = (start: number, end: number) => spreadOf(characters.slice(offsets[start], offsets[end]));
  const found = findQuantities(text);
  if (found.length === 0) {
    return [
      {
        kind: 'text',
        ...place(0, text.length),
        ...spread(0, text.length),
        parents,
        label: labelOf(text),
        remark: NO_LABEL,
        quantities: [],
      },
    ];
  }
  const entries: { entry: Entry; quantities: PlacedQuantity[]; from: number }[] = [];
  let topic: Label | null = null;
  let from = 0;
  for (const quantity of found) {
    const phrase = readPhrase(text.slice(from, quantity.start));
    if (phrase.topic !== null) topic = labelOf(phrase.topic);
    const { page, box } = place(quantity.start, quantity.end);
    const whole = place(from, quantity.end);
    const open = entries.at(-1);
    const placed: PlacedQuantity = {
      page,
      box,
      quantity,
      unit: quantity.unit,
      column: [],
    };
    if (open && phrase.name === '' && phrase.topic === null) {
      open.quantities.push(placed);
    } else {
      const named = phrase.name !== '' && !(topic && reasonPattern.test(phrase.name));
      const quantities = [placed];
      // An amount without words of its own is what the topic, the column or the heading says.
      const label = named ? labelOf(phrase.name) : (topic ?? parents.at(-1) ?? NO_LABEL);
      const outer = named || topic ? parents : parents.slice(0, -1);
      // （前年度 956千円） right behind an amount is of the same thing.
      const isBracketed = /^[（(]/u.test(text.slice(from));
      const beside = named && open && isBracketed && isYearWord(label) ? open.entry : null;
      const entry: Entry = {
        kind: 'phrase',
        page,
        box: whole.page === page ? whole.box : box,
        parents: beside ? [...besideParents(beside)] : named && topic ? [...outer, topic] : outer,
        label,
        remark: labelOf(text.slice(quantity.end, quantity.end + 12)),
        quantities,
      };
      entries.push({ entry, quantities, from });
    }
    from = quantity.end;
  }
  return entries.map((own, index) => ({
    ...own.entry,
    ...spread(own.from, entries[index + 1]?.from ?? text.length),
  }));
}

const isYearWord = (label: Label) => headerSense(label).role !== null && headerSense(label).stem === '';

/** What an amount belongs to that stands beside the one of `entry`; years beside one another are of the same thing. */
const besideParents = ({ parents, label }: Entry) => (isYearWord(label) ? parents : [...parents, label]);

function spreadOf(characters: readonly PlacedCharacter[]): Pick<Entry, 'spread'> {
  const counts = new Map<number, number>();
  for (const { page } of characters) counts.set(page, (counts.get(page) ?? 0) + 1);
  return counts.size > 1 ? { spread: [...counts] } : {};
}

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
