import { foldForSearch } from '../../../domain/japanese/normalise.ts';
import { withDigits } from '../../../domain/japanese/numerals.ts';
import { labelsOn } from '../../../domain/meetings/page-name.ts';
import type { ShownPage } from './page-source.ts';

export type Jump =
  /** `otherIndex`: the page that is counted so from the front, where that is another one. */
  | { readonly kind: 'page'; readonly page: number; readonly by: 'label' | 'index'; readonly otherIndex: number | null }
  | { readonly kind: 'ambiguous'; readonly pages: readonly number[] }
  | { readonly kind: 'none' };

/** The page a person means by a number: the one it is printed on, else the one so far from the front. */
export function jumpTo(typed: string, pages: readonly ShownPage[]): Jump {
  const wanted = plain(typed);
  if (wanted === '') return { kind: 'none' };
  const printed = pages.filter((page) => isCalled(page, wanted)).map(({ number }) => number);
  const index = /^[0-9]+$/.test(wanted) ? Number(wanted) : 0;
  const counted = index >= 1 && index <= pages.length ? index : null;
  if (printed.length > 1) return { kind: 'ambiguous', pages: printed };
  const [page] = printed;
  if (page !== undefined) return { kind: 'page', page, by: 'label', otherIndex: counted === page ? null : counted };
  return counted === null ? { kind: 'none' } : { kind: 'page', page: counted, by: 'index', otherIndex: null };
}

const isCalled = (page: ShownPage, wanted: string) =>
  (page.label !== null && plain(page.label) === wanted) || labelsOn(page).some((label) => plain(label) === wanted);

/** 「― １４９ ―」, 「p.149」 and 「１４９ページ」 are 149. */
function plain(text: string): string {
  const folded = foldForSearch(withDigits(text, 'half'))
    .replace(/\s/g, '')
    .replace(/^p\.?(?=[0-9])/, '')
    .replace(/(?:ページ|頁)$/, '')
    .replace(/^[-ー(]+|[-ー)]+$/g, '');
  return /^[0-9]+$/.test(folded) ? String(Number(folded)) : folded;
}
