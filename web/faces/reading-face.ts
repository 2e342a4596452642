import { html, nothing } from 'lit';
import { type FailureFace, failureFace } from '../client/client-error.ts';
import type { Reading } from '../client/reading.ts';
import '../ui/ui-failure.ts';
import '../ui/ui-loading.ts';

export interface ReadingWords {
  /** What is on its way: 資料を開いています…. */
  readonly loading?: string;
  /** What could not be read, where the portal's own words would not say it. */
  readonly failed?: string;
  /** Where the person goes on when it is not to be had: the meeting's screen and its name. */
  readonly way?: FailureFace['way'];
}

/**
 * What stands where something is read: that it is on its way, or did not come, or, once it is there, what `draw` makes of it.
 * What is there stays below the word that it could not be read again.
 */
export function readingFace<T>(reading: Reading<T>, draw: (value: T) => unknown, words: ReadingWords = {}): unknown {
  const { value, failure } = reading;
  if (failure)
    return html`${failureNotice(failureFace(failure), words, () => void reading.load())}
    ${value === null ? nothing : draw(value)}`;
  if (value === null) return html`<ui-loading label=${words.loading ?? '読み込んでいます…'}></ui-loading>`;
  return draw(value);
}

/** What was not to be had, and the next step. */
export function failureNotice(face: FailureFace, words: ReadingWords, retry: () => void): unknown {
  const way = words.way ?? face.way;
  return html`<ui-failure
    heading=${words.failed ?? face.heading}
    message=${face.message}
    remedy=${face.remedy}
    way-href=${way.href}
    way-label=${way.label}
    @retry=${retry}
  ></ui-failure>`;
}
