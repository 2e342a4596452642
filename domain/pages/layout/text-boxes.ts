import { layDownward } from '../lines/baselines.ts';
import type { Baseline, PlacedCharacter } from '../lines/line.ts';
import { commonHeight, heightOf, middleX, middleY } from '../sheet/box.ts';
import type { Box } from '../sheet/page-content.ts';
import { type Frame, placesOf } from '../tables/ruled/ruling.ts';

/** A box of ruling lines with text in it, beside which other text stands (コラム): it is read by itself. */
export interface TextBox {
  readonly box: Box;
  readonly lines: readonly Baseline[];
}

/** Text boxes, and the characters that stand in none. */
export interface TextBoxes {
  readonly boxes: readonly TextBox[];
  readonly rest: readonly PlacedCharacter[];
}

const FEWEST_LINES = 2;

/** `characters` are those outside all tables. */
export function textBoxesIn(frames: readonly Frame[], characters: readonly PlacedCharacter[], page: number): TextBoxes {
  const boxes = frames.flatMap((frame): TextBox[] => {
    const box = boxOfFrame(frame);
    if (!box) return [];
    const own = characters.filter((character) => isInside(character, box));
    const hasBeside = characters.some((character) => {
      return commonHeight(character.box, box) > heightOf(character.box) / 2 && !isInside(character, box);
    });
    const lines = hasBeside ? layDownward(own, page) : [];
    return lines.length >= FEWEST_LINES ? [{ box, lines }] : [];
  });
  const rest = characters.filter((character) => !boxes.some(({ box }) => isInside(character, box)));
  return { boxes, rest };
}

/** Null where the frame is more than one box. */
function boxOfFrame({ horizontal, vertical }: Frame): Box | null {
  const [across, down] = [placesOf(horizontal.map(({ at }) => at)), placesOf(vertical.map(({ at }) => at))];
  return across.length === 2 && down.length === 2 ? [down[0]!, across[0]!, down[1]!, across[1]!] : null;
}

const isInside = ({ box }: PlacedCharacter, [x0, y0, x1, y1]: Box) =>
  middleX(box) > x0 && middleX(box) < x1 && middleY(box) > y0 && middleY(box) < y1;
