import { foldWidths } from '../japanese/normalise.ts';
import { conversion } from './difference.ts';
import { counterUnit, parseUnit, type Unit } from './unit.ts';

/** A number as a paper prints it, with the name of its unit. */
export interface NamedQuantity {
  readonly text: string;
  /** As printed, not scaled by the unit. */
  readonly value: number;
  readonly unit: string | null;
}

/** Numbers of several papers in the unit and to the precision of the coarsest of them, so that the eye can compare them. */
export interface InOneUnit {
  readonly unit: string | null;
  /** Digits behind the point. */
  readonly decimals: number;
  /** In the order given; null for what is missing, or counts something else. */
  readonly values: readonly (number | null)[];
  /** The same, not rounded: for rates. */
  readonly exact: readonly (number | null)[];
}

/**
 * 3,631,161円 and 6,046千円 are 3,631 and 6,046 of 千円. What counts the same as the last that is given leads; of units that are
 * equally coarse the last one's name. Nothing is rounded where all print one unit.
 */
export function inOneUnit(quantities: readonly (NamedQuantity | null)[]): InOneUnit {
  const last = quantities.findLast((one) => one !== null);
  const lead = unitNamed(last?.unit ?? null);
  const known = quantities.map((one) => {
    const unit = unitNamed(one?.unit ?? null);
    return one && conversion(unit, lead) !== null ? { ...one, read: unit } : null;
  });
  const scales = known.map((one) => one?.read?.scale ?? 0);
  const coarsest = Math.max(...scales);
  const base = known.findLast((one) => (one?.read?.scale ?? 0) === coarsest)?.read ?? null;
  const decimals = Math.max(0, ...known.map((one, at) => (one && scales[at] === coarsest ? decimalsOf(one.text) : 0)));
  const exact = known.map((one) => (one ? Number((one.value * conversion(one.read, base)!).toPrecision(12)) : null));
  return { unit: base?.text ?? null, decimals, values: exact.map((value) => value && rounded(value, decimals)), exact };
}

/** Half away from zero, as papers round. */
function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return (Math.sign(value) * Math.round(Number((Math.abs(value) * factor).toPrecision(12)))) / factor;
}

function decimalsOf(text: string): number {
  return /\.([0-9]+)(?!.*\.[0-9])/u.exec(foldWidths(text).replace(/\s/g, ''))?.[1]?.length ?? 0;
}

function unitNamed(text: string | null): Unit | null {
  return text === null ? null : (parseUnit(text) ?? counterUnit(text));
}
