import type { ComparePane } from './compare-pane.ts';
import type { CompareSession } from './compare-session.ts';
import { counterpartPlace, type LineChoice } from './line-choice.ts';
import { isAligned, showPage } from './pairing.ts';
import { facing, type Side, sides } from './sides.ts';

interface Panes {
  pane(side: Side): ComparePane | null;
  /** Resolves once what was changed is drawn. */
  drawn(): Promise<unknown>;
}

/** Keeps the lines of the two panes level. */
export class PaneLevels {
  private readonly panes: Panes;
  private readonly session: CompareSession;

  constructor(panes: Panes, session: CompareSession) {
    this.panes = panes;
    this.session = session;
  }

  /** Brings the counterpart of a chosen line, or the place where it would stand, level with the line. */
  async show({ side, line }: LineChoice): Promise<void> {
    const target = counterpartPlace(line);
    if (!target) return;
    await this.turnTo(facing[side], target.page);
    const here = this.panes.pane(side)?.view;
    if (here) this.panes.pane(facing[side])?.view?.bringTo(target.box[1]!, here.heightOf(line.place.box[1]!));
  }

  /** After the panes took another shape, as of a tablet that is turned: the chosen line stays in sight. */
  async keepInSight(): Promise<void> {
    const { choice } = this.session.state;
    const view = choice && this.panes.pane(choice.side)?.view;
    if (!choice || !view || choice.line.place.page !== this.session.state.pairing.places[choice.side]) return;
    const [, top = 0, , bottom = 0] = choice.line.place.box;
    if (view.heightOf(top) < 0 || view.heightOf(bottom) > view.clientHeight) view.bringTo(top, view.clientHeight / 3);
    await this.show(choice);
  }

  /**
   * Linked panes scroll together: by the chosen line while it is seen, line by line where their lines are known, else each by
   * the same part of its page.
   */
  async follow(side: Side): Promise<void> {
    const { panes, session } = this;
    const { pairing } = session.state;
    const leader = panes.pane(side)?.view;
    const follower = panes.pane(facing[side])?.view;
    if (!pairing.linked || !leader || !follower) return;
    const chosen = this.chosenHeights(side);
    if (chosen) {
      const height = leader.heightOf(chosen.here);
      if (height >= 0 && height <= leader.clientHeight) return follower.bringTo(chosen.there, height);
    }
    const eye = leader.readingHeight;
    const level = isAligned(pairing) ? session.level(side, eye) : null;
    if (!level) return follower.scrollToPlace(leader.scrollPlace);
    if (level.page !== pairing.places[facing[side]]) await this.turnTo(facing[side], level.page);
    follower.bringTo(level.y, leader.heightOf(eye));
  }

  /** Where the chosen line and its counterpart stand, while the pages of both are shown: they stay level before all others. */
  private chosenHeights(side: Side): { here: number; there: number } | null {
    const { choice, pairing } = this.session.state;
    const target = choice && counterpartPlace(choice.line);
    if (!choice || !target) return null;
    const { places } = pairing;
    if (choice.line.place.page !== places[choice.side] || target.page !== places[facing[choice.side]]) return null;
    const [chosen, other] = [choice.line.place.box[1]!, target.box[1]!];
    return choice.side === side ? { here: chosen, there: other } : { here: other, there: chosen };
  }

  private async turnTo(side: Side, page: number): Promise<void> {
    const { panes, session } = this;
    session.change({ pairing: showPage(session.state.pairing, side, page, session.lengths) });
    await panes.drawn();
    for (const one of sides) {
      await panes.pane(one)?.updateComplete;
      await panes.pane(one)?.view?.updateComplete;
    }
  }
}
