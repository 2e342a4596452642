import type { Page } from 'playwright-core';
import type { DemoLinks } from '../demo-city/build-city.ts';

/** What the gallery's states are shown on: the demonstration city. */
export interface Shown {
  /** Without a trailing slash. */
  readonly origin: string;
  readonly links: DemoLinks;
}

/** A screen in one of its states; `come` leads a browser of its own there, as a person would come. */
export interface State {
  readonly name: string;
  come(page: Page, shown: Shown): Promise<void>;
}

/** CSS pixels; `narrow` is also what 1280 at 400 % leaves. */
export const sizes = {
  landscape: { width: 1180, height: 820 },
  portrait: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
  desk: { width: 1440, height: 900 },
  narrow: { width: 320, height: 640 },
} as const;
export type SizeName = keyof typeof sizes;
