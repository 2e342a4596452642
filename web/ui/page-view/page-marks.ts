import { place } from './page-rows.ts';

/**
 * Something shown on a page. `chosen` and `counterpart` frame a line, `edge` is where a line would stand, `value` frames one
 * number; `hit` is a line with words that were searched for; `more`, `less`, `other`, `alone` note a change beside a number, by their shape.
 */
export interface PageMark {
  readonly kind: 'chosen' | 'counterpart' | 'edge' | 'value' | 'hit' | 'more' | 'less' | 'other' | 'alone';
  readonly box: readonly number[];
}

const around: Partial<Record<PageMark['kind'], number>> = { chosen: 3, counterpart: 3, value: 2, hit: 1, edge: 1 };

/** The marks as elements over the page, sized in points. They are said in words elsewhere, so never spoken here. */
export function markElements(marks: readonly PageMark[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const { kind, box } of marks) {
    const element = document.createElement('span');
    element.className = `mark ${kind}`;
    place(element, box, around[kind] ?? 0);
    fragment.append(element);
  }
  return fragment;
}
