import { numberKey } from '../initiatives/number.ts';
import type { DocumentKind } from '../meetings/document.ts';
import { labelsOn } from '../meetings/page-name.ts';
import { foldWords } from '../search/fold.ts';
import type { SpokenAddress } from './read-address.ts';
import type { SpokenYear } from './spoken-year.ts';

/** What can be said of one document. Those of a meeting stand in their order, the meetings newest first. */
export interface SpokenDocument {
  readonly id: number;
  readonly meetingId: number;
  /** What the paper is of. */
  readonly fiscalYear: number;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly title: string;
  readonly pages: readonly { readonly number: number; readonly label: string | null }[];
  /** Initiatives, and what the file's outline lists, each with the page it begins on. */
  readonly headings: readonly { readonly page: number; readonly number: string | null; readonly text: string }[];
}

/** Where one is while speaking: the open document and today's meeting, which may be another than the document's. */
export interface SpokenFrom {
  readonly documentId: number | null;
  readonly meetingId: number;
  /** Of the meeting. */
  readonly fiscalYear: number;
}

/** How well a place answers: what was said, the page so far from the front, or only what is nearest to it. */
export type SpokenFit = 'said' | 'counted' | 'nearest';

export interface SpokenPlace {
  readonly documentId: number;
  readonly page: number;
  readonly fit: SpokenFit;
  /** The heading that was named, as printed. */
  readonly heading: string | null;
}

const mostPlaces = 8;

/**
 * The places a person means: in the open document before the meeting's, in the meeting's before the others'. Several where it
 * may be either; what is nearest where nothing is called so. Empty where nothing was said that could be looked for.
 */
export function findPlaces(
  address: SpokenAddress,
  documents: readonly SpokenDocument[],
  from: SpokenFrom,
): SpokenPlace[] {
  if (address.year) return findPlaces(...inYear(address, address.year, documents, from));
  const nearness = ({ id, meetingId }: SpokenDocument) =>
    id === from.documentId && !address.document ? 0 : meetingId === from.meetingId ? 1 : 2;
  for (const wanted of [0, 1, 2]) {
    const scope = documents.filter((document) => nearness(document) === wanted && isCalled(address, document));
    const places = unique(scope.flatMap((document) => placesIn(address, document)));
    const best = places.filter(({ fit }) => fit === 'said');
    if (best.length > 0) return best.slice(0, mostPlaces);
    if (places.length > 0 && (wanted === 0 || address.document)) return places.slice(0, mostPlaces);
  }
  return nearestPlaces(address, documents, from);
}

/** The same question to the papers of one year: without another name for the same paper as the open one. */
function inYear(
  address: SpokenAddress,
  year: SpokenYear,
  documents: readonly SpokenDocument[],
  from: SpokenFrom,
): Parameters<typeof findPlaces> {
  const open = documents.find(({ id }) => id === from.documentId);
  const document = address.document ?? (open ? { kind: open.kind, number: open.number } : null);
  // a paper may be of another year than its meeting
  const today = documents.find((one) => one.meetingId === from.meetingId && document && isCalled({ document }, one));
  const wanted = 'fiscal' in year ? year.fiscal : (today?.fiscalYear ?? from.fiscalYear) - year.ago;
  return [{ ...address, year: null, document }, documents.filter(({ fiscalYear }) => fiscalYear === wanted), from];
}

function isCalled({ document }: Pick<SpokenAddress, 'document'>, { kind, number }: SpokenDocument): boolean {
  return document === null || (document.kind === kind && keyOf(document.number) === keyOf(number));
}

const keyOf = (number: string) =>
  foldWords(number)
    .text.replace(/^([^0-9]+)第/u, '$1')
    .replace(/号$/u, '');

function placesIn(address: SpokenAddress, document: SpokenDocument): SpokenPlace[] {
  const place = (page: number, fit: SpokenFit, heading: string | null = null) => ({
    documentId: document.id,
    page,
    fit,
    heading,
  });
  const pages = address.page === null ? null : pagesCalled(address.page, document);
  const headings = headingsCalled(address, document);
  if (headings.length > 0) {
    const onPage = headings.filter(({ page }) => !pages || pages.some((one) => one.page === page));
    return (onPage.length > 0 ? onPage : headings)
      .map(({ page, text }) => place(page, 'said', text))
      .concat(onPage.length === 0 && pages ? pages.map(({ page, fit }) => place(page, fit)) : []);
  }
  if (pages) return pages.map(({ page, fit }) => place(page, fit));
  if (address.number !== null || address.words !== '') return [];
  return address.document ? [place(1, 'said')] : [];
}

function pagesCalled(page: string, { pages }: SpokenDocument): { page: number; fit: SpokenFit }[] {
  const wanted = labelKey(page);
  const printed = pages.filter((one) => labelsOn(one).some((label) => labelKey(label) === wanted));
  if (printed.length > 0) return printed.map(({ number }) => ({ page: number, fit: 'said' as const }));
  return pages.some(({ number }) => String(number) === wanted) ? [{ page: Number(wanted), fit: 'counted' }] : [];
}

/** ― １４９ ―, p.149 and 0149 are 149. */
function labelKey(label: string): string {
  const folded = foldWords(label).text.replace(/^[-ー(p.]+(?=[0-9])|[-ー)]+$/gu, '');
  return /^[0-9]+$/u.test(folded) ? String(Number(folded)) : folded;
}

function headingsCalled({ number, words }: SpokenAddress, { headings }: SpokenDocument) {
  if (number === null && words === '') return [];
  const wanted = words.split(' ').map((word) => foldWords(word).text);
  const called = headings.filter(
    (heading) =>
      (number === null || (heading.number !== null && numberKey(heading.number) === number)) &&
      wanted.every((word) => foldWords(heading.text).text.includes(word)),
  );
  return called.length > 0 || number === null || words === ''
    ? called
    : headings.filter((heading) => heading.number !== null && numberKey(heading.number) === number);
}

/** Nothing is called so: the page with the number next to it, the document of the same kind with the nearest number. */
function nearestPlaces(address: SpokenAddress, documents: readonly SpokenDocument[], from: SpokenFrom): SpokenPlace[] {
  const own = documents.filter(({ meetingId }) => meetingId === from.meetingId);
  const kind = address.document?.kind;
  const called = own.filter((document) => isCalled(address, document));
  const open = own.find(({ id }) => id === from.documentId);
  if (address.document && called.length === 0)
    return byDistance(
      own.filter((one) => one.kind === kind),
      address.document.number,
      ({ number }) => number,
    )
      .slice(0, 3)
      .map(({ id }) => nearest(id, 1));
  return (address.document ? called : open ? [open] : []).flatMap((document) => {
    const { page, number } = address;
    if (number !== null)
      return byDistance(
        document.headings.filter((heading) => heading.number !== null),
        number,
        (heading) => heading.number!,
      )
        .slice(0, 3)
        .map((heading) => nearest(document.id, heading.page, heading.text));
    if (page === null) return [];
    return byDistance(document.pages, page, (one) => one.label ?? String(one.number))
      .slice(0, 1)
      .map((one) => nearest(document.id, one.number));
  });
}

const nearest = (documentId: number, page: number, heading: string | null = null): SpokenPlace => ({
  documentId,
  page,
  fit: 'nearest',
  heading,
});

/** By how far their numbers are from the wanted one, part by part: 3-7 is nearer to 3-6 than to 4-7. */
function byDistance<Item>(items: readonly Item[], wanted: string, numberOf: (item: Item) => string): Item[] {
  const parts = (number: string) => (foldWords(number).text.match(/[0-9]+/gu) ?? []).map(Number);
  const [first = 0, second = 0] = parts(wanted);
  const distance = (item: Item) => {
    const [major = 0, minor = 0] = parts(numberOf(item));
    return Math.abs(major - first) * 1000 + Math.min(999, Math.abs(minor - second));
  };
  return items.filter((item) => parts(numberOf(item)).length > 0).sort((a, b) => distance(a) - distance(b));
}

function unique(places: readonly SpokenPlace[]): SpokenPlace[] {
  return places.filter(
    (place, index) =>
      places.findIndex((one) => one.documentId === place.documentId && one.page === place.page) === index,
  );
}
