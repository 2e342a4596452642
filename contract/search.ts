import { Type } from 'typebox';
import { Box } from './comparisons.ts';
import { DocumentKind } from './documents.ts';
import { Id, IsoDate, Nullable } from './fields.ts';

const Words = Type.String({ minLength: 1, maxLength: 200 });

/** `after` is the `next` of the answer before. */
export const SearchQuery = Type.Object({
  words: Words,
  committee: Type.Optional(Id),
  year: Type.Optional(Type.Integer({ minimum: 1868, maximum: 9999 })),
  kind: Type.Optional(DocumentKind),
  after: Type.Optional(Type.String({ pattern: '^[0-9]{1,9}-[0-9]{1,6}$' })),
});
export type SearchQuery = Type.Static<typeof SearchQuery>;

/** A line in which words stand. `marks` are places in its text, from and to (exclusive). */
export const HitLine = Type.Object({
  text: Type.String(),
  box: Box,
  marks: Type.Array(Type.Object({ from: Type.Integer(), to: Type.Integer() })),
  /** The row of the comparisons that stands there (ComparedLine.index), where it has values over the years. */
  row: Nullable(Type.Integer()),
});
export type HitLine = Type.Static<typeof HitLine>;

export const FoundPage = Type.Object({
  page: Type.Integer(),
  label: Nullable(Type.String()),
  width: Type.Number(),
  height: Type.Number(),
  /** Its words were recognised in a picture, and may be wrong. */
  isRecognised: Type.Boolean(),
  lines: Type.Array(HitLine),
});
export type FoundPage = Type.Static<typeof FoundPage>;

export const FoundDocument = Type.Object({
  documentId: Id,
  revisionId: Id,
  kind: DocumentKind,
  number: Type.String(),
  title: Type.String(),
  fiscalYear: Type.Integer(),
  meetingId: Id,
  meetingTitle: Type.String(),
  heldOn: IsoDate,
  committeeId: Id,
  committeeName: Type.String(),
  pages: Type.Array(FoundPage),
});
export type FoundDocument = Type.Static<typeof FoundDocument>;

/** Pages on which all words stand. `count` is of pages, at most `mostCounted`. */
export const Found = Type.Object({
  documents: Type.Array(FoundDocument),
  count: Type.Integer(),
  next: Nullable(Type.String()),
  /** What the search can be narrowed to: everything that this viewer may read. */
  committees: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  years: Type.Array(Type.Integer()),
});
export type Found = Type.Static<typeof Found>;

/** In one paper. */
export const HitsQuery = Type.Object({ words: Words });
export const Hits = Type.Object({
  pages: Type.Array(Type.Object({ page: Type.Integer(), lines: Type.Array(HitLine) })),
});
export type Hits = Type.Static<typeof Hits>;

/** What was said, and where: the meeting that is shown or the document that is open; without either, the letter's meeting. */
export const PlacesQuery = Type.Object({
  said: Words,
  meeting: Type.Optional(Id),
  document: Type.Optional(Id),
});
export type PlacesQuery = Type.Static<typeof PlacesQuery>;
/** `fit`: called so; counted from the front, since no such number is printed; only the nearest. */
export const SpokenPlace = Type.Object({
  documentId: Id,
  revisionId: Id,
  kind: DocumentKind,
  number: Type.String(),
  title: Type.String(),
  fiscalYear: Type.Integer(),
  page: Type.Integer(),
  label: Nullable(Type.String()),
  heading: Nullable(Type.String()),
  fit: Type.Union([Type.Literal('said'), Type.Literal('counted'), Type.Literal('nearest')]),
});
export type SpokenPlace = Type.Static<typeof SpokenPlace>;
export const SpokenPlaces = Type.Object({ places: Type.Array(SpokenPlace) });
export type SpokenPlaces = Type.Static<typeof SpokenPlaces>;
