import type { ComparePane } from './compare-pane.ts';
import type { LineChoice } from './line-choice.ts';
import type { LineComparing } from './line-comparing.ts';
import type { Lengths, Side } from './page-link.ts';
import type { PairedPlaces } from './paired-places.ts';

interface Panes {
  pane(side: Side): ComparePane | null;
  lengths(): Lengths;
  /** Draws the panes anew; resolves once that is done. */
  redraw(): Promise<unknown>;
}

const facing = { page: 'other', other: 'page' } as const;

/** Keeps the lines of the two panes level. */
export class PaneLevels {
  private readonly panes: Panes;
  private readonly paired: PairedPlaces;
  private readonly comparing: LineComparing;

  constructor(panes: Panes, paired: PairedPlaces, comparing: LineComparing) {
    this.panes = panes;
    this.paired = paired;
    this.comparing = comparing;
  }

  /** Brings the counterpart of a chosen line, or the place where it would stand, level with the line. */
  async show({ side, line }: LineChoice): Promise<void> {
    const target = line.other ?? line.nearest;
    if (!target) return;
    await this.turnTo(facing[side], target.page);
    const here = this.panes.pane(side)?.view;
    if (here) this.panes.pane(facing[side])?.view?.bringTo(target.box[1]!, here.heightOf(line.place.box[1]!));
  }

  /**
   * Linked panes scroll together: by the chosen line while it is seen, line by line where their lines are known, else each by
   * the same part of its page.
   */
  async follow(side: Side): Promise<void> {
    const { paired, panes } = this;
    const leader = panes.pane(side)?.view;
    const follower = panes.pane(facing[side])?.view;
    if (!paired.linked || !leader || !follower) return;
    const chosen = this.chosenHeights(side);
    if (chosen) {
      const height = leader.heightOf(chosen.here);
      if (height >= 0 && height <= leader.clientHeight) return follower.bringTo(chosen.there, height);
    }
    const eye = leader.readingHeight;
    const level = paired.isAligned ? this.comparing.level(side, paired.places[side], eye) : null;
    if (!level) return follower.scrollToPlace(leader.scrollPlace);
    if (level.page !== paired.places[facing[side]]) await this.turnTo(facing[side], level.page);
    follower.bringTo(level.y, leader.heightOf(eye));
  }

  /** Where the chosen line and its counterpart stand, while the pages of both are shown: they stay level before all others. */
  private chosenHeights(side: Side): { here: number; there: number } | null {
    const { choice } = this.comparing;
    const { places } = this.paired;
    const target = choice?.line.other ?? choice?.line.nearest;
    if (!choice || !target) return null;
    if (choice.line.place.page !== places[choice.side] || target.page !== places[facing[choice.side]]) return null;
    const [chosen, other] = [choice.line.place.box[1]!, target.box[1]!];
    return choice.side === side ? { here: chosen, there: other } : { here: other, there: chosen };
  }

  private async turnTo(side: Side, page: number): Promise<void> {
    const { panes } = this;
    this.paired.show(side, page, panes.lengths());
    await panes.redraw();
    for (const one of ['page', 'other'] as const) {
      await panes.pane(one)?.updateComplete;
      await panes.pane(one)?.view?.updateComplete;
    }
  }
}
