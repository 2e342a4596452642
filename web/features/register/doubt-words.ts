import type { Doubt } from '../../../contract/register.ts';

/** Why a value may be wrong, as it stands under the value. */
export const doubtWords: Record<Doubt, string> = {
  several: '候補が２つ以上あります',
  'other-year': '別の年度の値です',
  'no-year': '年度が書かれていません',
  planned: '計画の額です',
  mark: '記号の意味は推定です',
  disagree: '資料の別のところと違います',
  'weak-header': '見出しがはっきりしません',
};
