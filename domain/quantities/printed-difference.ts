import { foldWidths } from '../japanese/normalise.ts';

interface Printed {
  readonly text: string;
  readonly unit: string | null;
}

/** As printed, in half width, with its unit once: 764,910千円, △2,198千円, 15施設, 70.7％. */
export function printedValue({ text, unit }: Printed): string {
  const folded = foldWidths(text).replace(/\s/g, '');
  const name = unit ?? '';
  return name === '' || folded.endsWith(foldWidths(name)) ? wide(folded) : `${folded}${wide(name)}`;
}

/** A computed value with its unit, a minus as papers print it: 3,631千円, △2,198千円. */
export function printedNumber(value: number, unit: string | null, decimals: number): string {
  return `${value < 0 ? '△' : ''}${digits(value, decimals)}${wide(unit ?? '')}`;
}

/** ＋16,380千円, −3施設, ±0件; between percentages it is points. */
export function printedDifference(difference: number, unit: string | null, decimals: number): string {
  return `${signOf(difference)}${digits(difference, decimals)}${differenceUnit(unit)}`;
}

/**
 * ＋2.1％ of a fraction of 0.021. As city papers print it, what came from nothing (an infinite rate) is 皆増, what went to nothing
 * 皆減; eleven times as much and more is said as 倍, since ＋1,784,900.0％ says nothing.
 */
export function printedRate(rate: number): string {
  if (rate === Number.POSITIVE_INFINITY) return '皆増';
  if (rate === -1) return '皆減';
  if (rate >= TIMES) return times(rate + 1);
  return `${signOf(rate)}${digits(rate * 100, 1)}％`;
}

/** For the ear: 16,380千円の増. */
export function spokenDifference(difference: number, unit: string | null, decimals: number): string {
  if (difference === 0) return '増減なし';
  return `${digits(difference, decimals)}${differenceUnit(unit)}の${difference > 0 ? '増' : '減'}`;
}

/** For the ear: 2.1パーセントの増. */
export function spokenRate(rate: number): string {
  if (rate === 0) return '増減なし';
  if (rate === Number.POSITIVE_INFINITY) return 'ゼロからの増';
  if (rate === -1) return 'ゼロへの減';
  if (rate >= TIMES) return times(rate + 1);
  return `${digits(rate * 100, 1)}パーセントの${rate > 0 ? '増' : '減'}`;
}

/** A rate of percentages would be a percentage of percentages: nobody says that. */
export function hasRate(unit: string | null): boolean {
  return unit === null || !isPercent(unit);
}

/** From this rate on. */
const TIMES = 10;
const MYRIAD = 10_000;

/** 12.5倍, 約250倍, 約1.8万倍. */
function times(ratio: number): string {
  if (ratio >= MYRIAD) return `約${digits(ratio / MYRIAD, 1)}万倍`;
  return ratio >= 100 ? `約${digits(ratio, 0)}倍` : `${digits(ratio, 1)}倍`;
}

const isPercent = (unit: string) => foldWidths(unit) === '%';
const differenceUnit = (unit: string | null) => (unit === null ? '' : isPercent(unit) ? 'ポイント' : wide(unit));
const wide = (text: string) => text.replaceAll('%', '％');
const signOf = (value: number) => (value > 0 ? '＋' : value < 0 ? '−' : '±');

function digits(value: number, decimals: number): string {
  return Math.abs(value).toLocaleString('ja-JP', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}
