import type { ComparedLine, ComparedSide, CorrectionInput } from '../../../contract/comparisons.ts';
import { sentenceOf } from '../../client/client-error.ts';
import { addCorrection, undoCorrection } from '../../client/comparisons.ts';
import { toast } from '../../ui/toast.ts';

/** A line whose counterpart an official is choosing. */
export interface Correcting {
  readonly side: ComparedSide;
  readonly line: ComparedLine;
  /** What was chosen on the other side; null until then. */
  readonly counterpart: ComparedLine | null;
}

/** Says that two lines are the same, or that a line has no counterpart, and offers to take it back. */
export async function correct({ side, line, counterpart }: Correcting, comparisonId: number, done: () => void) {
  const there = counterpart ? counterpart.place : null;
  const input: CorrectionInput =
    side === 'older'
      ? { kind: 'line', older: line.place, newer: there }
      : { kind: 'line', older: there, newer: line.place };
  await send(comparisonId, input, done);
}

/** Says that two pages belong side by side. */
export async function correctPages(comparisonId: number, older: number, newer: number, done: () => void) {
  await send(comparisonId, { kind: 'page', older, newer }, done);
}

export async function takeBack(correctionId: number, done: () => void): Promise<void> {
  try {
    await undoCorrection(correctionId);
    toast('直した対応を取り消しました。');
    done();
  } catch (error) {
    toast(sentenceOf(error));
  }
}

async function send(comparisonId: number, input: CorrectionInput, done: () => void): Promise<void> {
  try {
    const { id } = await addCorrection(comparisonId, input);
    toast('対応を直しました。委員の画面にも反映されます。', () => void takeBack(id, done));
    done();
  } catch (error) {
    toast(sentenceOf(error));
  }
}
