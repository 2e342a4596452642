import type { Baseline, PlacedCharacter } from '../lines/line.ts';
import { type Label, labelOf, NO_LABEL } from '../words/label.ts';
import type { Entry } from './entry.ts';
import { Sentence } from './sentence.ts';
import { SentenceReader } from './sentence-reader.ts';

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

function readSentence(characters: readonly PlacedCharacter[], parents: readonly Label[]): Entry[] {
  const sentence = new Sentence(characters);
  const reader = new SentenceReader(sentence, parents);
  if (reader.phrases.length === 0) return [textEntry(sentence, parents)];
  return reader.phrases.map((own, index) => ({
    ...own.entry,
    ...sentence.spreadOf(own.from, reader.phrases[index + 1]?.from ?? sentence.text.length),
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
