import { foldText } from '../../quantities/folded-text.ts';
import { parseUnit, type Unit } from '../../quantities/unit.ts';

/** Parts 職員数（人） into its words and its unit. */
export function withoutUnit(text: string): { words: string; unit: Unit | null } {
  const match = /^(.*?)[（(【［[]([^（()）]+)[)）】］\]]$/u.exec(text.replace(/\s+/gu, ''));
  const unit = match ? parseUnit(foldText(match[2]!).text.replace(/^単位:?/u, '')) : null;
  return unit ? { words: match![1]!, unit } : { words: text, unit: null };
}
