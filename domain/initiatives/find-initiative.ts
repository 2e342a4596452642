import { labelOf } from '../pages/words/label.ts';
import { labelSimilarity } from '../pages/words/label-similarity.ts';
import type { Initiative } from './initiative.ts';
import { numberKey } from './number.ts';

/** How a person's correction names an initiative, so that it is found again when its paper is read anew or replaced. */
export interface InitiativePlace {
  readonly number: string;
  readonly name: string;
  readonly page: number;
}

const NEARLY = 0.75;
const SURELY = 0.9;

/** The initiative of that name and number; else of nearly that name and the number, else of that name alone. Null where it is gone. */
export function findInitiative(place: InitiativePlace, initiatives: readonly Initiative[]): Initiative | null {
  const name = labelOf(place.name);
  const rated = initiatives.map((initiative) => {
    const likeness = labelSimilarity(name, labelOf(initiative.name));
    const sameNumber = numberKey(initiative.number) === numberKey(place.number);
    return { initiative, likeness, sameNumber, far: Math.abs(initiative.page - place.page) };
  });
  const fitting = rated.filter(({ likeness, sameNumber }) => likeness >= (sameNumber ? NEARLY : SURELY));
  const best = fitting.sort(
    (a, b) => b.likeness - a.likeness || Number(b.sameNumber) - Number(a.sameNumber) || a.far - b.far,
  )[0];
  return best?.initiative ?? null;
}
