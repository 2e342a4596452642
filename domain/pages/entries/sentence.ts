import type { PlacedCharacter } from '../lines/line.ts';
import { unionOf } from '../sheet/box.ts';
import type { Entry } from './entry.ts';

/** A sentence's text, with the characters that each stretch of it is made of. */
export class Sentence {
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
