import type { CorrectionInput } from '../../../contract/comparisons.ts';
import { sentenceOf } from '../../client/client-error.ts';
import { addCorrection, undoCorrection } from '../../client/comparisons.ts';
import { toast } from '../../ui/toast.ts';
import type { CompareSession } from './compare-session.ts';

/** The chosen line's counterpart is chosen next. */
export function beginCorrection(session: CompareSession): void {
  const { choice } = session.state;
  if (!choice) return;
  session.change({ correcting: { side: session.comparedSide(choice.side), line: choice.line, counterpart: null } });
}

/** Says that two lines are the same, or, where `alone`, that the line has no counterpart; offers to take it back. */
export async function finishCorrection(session: CompareSession, alone: boolean): Promise<void> {
  const { correcting } = session.state;
  if (!correcting) return;
  session.letGo();
  const there = alone ? null : (correcting.counterpart?.place ?? null);
  const { side, line } = correcting;
  await send(
    session,
    side === 'older'
      ? { kind: 'line', older: line.place, newer: there }
      : { kind: 'line', older: there, newer: line.place },
  );
}

/** Says that the two pages that are shown belong side by side; offers to take it back. */
export async function pairPages(session: CompareSession): Promise<void> {
  const [older, newer] = session.olderFirst();
  await send(session, { kind: 'page', older, newer });
}

/** Takes back what was said of the chosen line. */
export async function undoChosen(session: CompareSession): Promise<void> {
  const id = session.state.choice?.line.correctionId ?? null;
  if (id === null) return;
  session.letGo();
  await takeBack(session, id);
}

async function send(session: CompareSession, input: CorrectionInput): Promise<void> {
  const comparison = session.comparing.value;
  if (!comparison) return;
  try {
    const { id } = await addCorrection(comparison.id, input);
    toast('対応を直しました。委員の画面にも反映されます。', () => void takeBack(session, id));
    session.comparing.refresh();
  } catch (error) {
    toast(sentenceOf(error));
  }
}

async function takeBack(session: CompareSession, correctionId: number): Promise<void> {
  try {
    await undoCorrection(correctionId);
    toast('直した対応を取り消しました。');
    session.comparing.refresh();
  } catch (error) {
    toast(sentenceOf(error));
  }
}
