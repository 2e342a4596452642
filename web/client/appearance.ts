import type { Appearance } from '../../contract/sessions.ts';
import { keep, kept } from './kept.ts';

const textSizes = ['normal', 'large', 'largest'] as const;
const contrasts = ['normal', 'high'] as const;
const motions = ['normal', 'reduced'] as const;

/** What this device shows, before anybody has said who sits at it. */
export function appearance(): Appearance {
  return {
    textSize: textSizes.find((size) => size === kept('text-size')) ?? 'normal',
    contrast: contrasts.find((one) => one === kept('contrast')) ?? 'normal',
    motion: motions.find((one) => one === kept('motion')) ?? 'normal',
  };
}

/** The styles of the document go by these words. */
export function applyAppearance({ textSize, contrast, motion } = appearance()): void {
  const { dataset } = document.documentElement;
  dataset.text = textSize;
  dataset.contrast = contrast;
  dataset.motion = motion;
}

/** What a member chose on another device holds on this one. */
export function takeAppearance(chosen: Appearance): void {
  keep('text-size', chosen.textSize);
  keep('contrast', chosen.contrast);
  keep('motion', chosen.motion);
  applyAppearance(chosen);
}
