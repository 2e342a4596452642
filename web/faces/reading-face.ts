import { html, nothing } from 'lit';
import { type ClientError, type FailureFace, failureFace, isMissing } from '../client/client-error.ts';
import type { Reading } from '../client/reading.ts';
import '../ui/ui-failure.ts';
import '../ui/ui-loading.ts';

export interface ReadingWords {
  /** What is on its way: 資料を開いています…. */
  readonly loading?: string;
  /** What could not be read, where the portal's own words would not say it. */
  readonly failed?: string;
  /** What is said where it is not there for this person, in place of a member's words. */
  readonly missing?: Omit<FailureFace, 'remedy'>;
  /** True where it is a part of a page that has its own heading. */
  readonly part?: boolean;
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
    return html`${failureNotice(failure, { ...words, part: words.part || value !== null }, () => void reading.load())}
    ${value === null ? nothing : draw(value)}`;
  if (value === null) return html`<ui-loading label=${words.loading ?? '読み込んでいます…'}></ui-loading>`;
  return draw(value);
}

/** What was not to be had, and the next step. */
function failureNotice(failure: ClientError, words: ReadingWords, retry: () => void): unknown {
  const gone = words.missing && isMissing(failure) ? { ...words.missing, remedy: 'leave' as const } : null;
  const face = gone ?? { ...failureFace(failure), ...(words.way && { way: words.way }) };
  const { way } = face;
  return html`<ui-failure
    ?whole=${!words.part}
    heading=${gone?.heading ?? words.failed ?? face.heading}
    message=${face.message}
    remedy=${face.remedy}
    way-href=${way.href}
    way-label=${way.label}
    @retry=${retry}
  ></ui-failure>`;
}
