import { withDigits } from '../../domain/japanese/numerals.ts';
import type { CityPaper } from './city-values.ts';

/** 資料１, 参考２ or 次第. */
export function paperMark({ kind, number }: CityPaper): string {
  if (kind === 'agenda') return '次第';
  return `${kind === 'material' ? '資料' : '参考'}${withDigits(number, 'full')}`;
}
