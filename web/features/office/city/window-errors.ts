/** All in millimetres, from the top left of the folded letter. */
export interface EnvelopeWindow {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A4 folded in three, for an envelope 長形３号 (120 × 235 mm). */
export const foldedLetter = { width: 210, height: 99 } as const;
const smallest = { width: 80, height: 45 } as const;

/** ４５．５ → 45.5; null where it is no length. */
export function readMillimetres(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,3}(?:\.\d)?$/.test(plain) ? Number(plain) : null;
}

/** Sentences by the field's name; '' where it is right. */
export function windowErrors({ left, top, width, height }: EnvelopeWindow) {
  return {
    left:
      left + width > foldedLetter.width ? `左からの位置と幅の合計を${foldedLetter.width}mm以下にしてください。` : '',
    top:
      top + height > foldedLetter.height
        ? `上からの位置と高さの合計を${foldedLetter.height}mm以下にしてください。`
        : '',
    width: width < smallest.width ? `宛名が入るよう、幅は${smallest.width}mm以上にしてください。` : '',
    height: height < smallest.height ? `宛名が入るよう、高さは${smallest.height}mm以上にしてください。` : '',
  };
}
