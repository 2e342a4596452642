import { Type } from 'typebox';
import { hindranceKinds } from '../domain/pages/results/hindrances/hindrance.ts';
import { ProcessingState } from './documents.ts';
import { Id, Nullable } from './fields.ts';

/** Which of the two papers: the older by its year and its meeting's date, of one document the lower revision. */
export const ComparedSide = Type.Union([Type.Literal('older'), Type.Literal('newer')]);
export type ComparedSide = Type.Static<typeof ComparedSide>;

/** Points from the top left of the upright page: left, top, right, bottom. */
export const Box = Type.Array(Type.Number(), { minItems: 4, maxItems: 4 });

/** A page to stand beside another; `byPlace` where both are pictures without text, `corrected` where a person said so. */
export const PairedPages = Type.Object({
  older: Type.Integer(),
  newer: Type.Integer(),
  byPlace: Type.Boolean(),
  corrected: Type.Boolean(),
});

/** Asks for the comparison of two documents; without revisions, of the newest ones this viewer may see. */
export const ComparisonInput = Type.Object({
  otherDocumentId: Id,
  revision: Type.Optional(Id),
  otherRevision: Type.Optional(Id),
  /** One that failed is computed once more. */
  retry: Type.Optional(Type.Boolean()),
});
export type ComparisonInput = Type.Static<typeof ComparisonInput>;

/** One of the two papers of a comparison. */
export const ComparedPaper = Type.Object({
  documentId: Id,
  revisionId: Id,
  revisionNumber: Type.Integer(),
  fiscalYear: Type.Integer(),
  title: Type.String(),
});

/**
 * A comparison of two revisions. While `ready` is false there are no pages yet; an old result stays readable while it is
 * computed again. `failure` is a sentence, only where the state is failed.
 */
export const Comparison = Type.Object({
  id: Id,
  state: ProcessingState,
  ready: Type.Boolean(),
  failure: Nullable(Type.String()),
  older: ComparedPaper,
  newer: ComparedPaper,
  pages: Type.Array(PairedPages),
  /** How many lines: with another value, in one paper only, with a restated amount. */
  counts: Type.Object({
    changed: Type.Integer(),
    added: Type.Integer(),
    removed: Type.Integer(),
    restated: Type.Integer(),
  }),
  /** This viewer may correct it. */
  editable: Type.Boolean(),
});
export type Comparison = Type.Static<typeof Comparison>;

/** A quantity as printed. */
export const PrintedQuantity = Type.Object({
  page: Type.Integer(),
  text: Type.String(),
  value: Type.Number(),
  unit: Nullable(Type.String()),
  box: Box,
});
export type PrintedQuantity = Type.Static<typeof PrintedQuantity>;

/** The headers over a column as printed, outermost first; none where the paper prints none. */
const Column = Type.Array(Type.String());

/** One column of a line, in either paper or both; difference in the newer one's unit, rate a fraction of the older value. */
export const ComparedValue = Type.Object({
  column: Column,
  older: Nullable(PrintedQuantity),
  newer: Nullable(PrintedQuantity),
  difference: Nullable(Type.Number()),
  rate: Nullable(Type.Number()),
  /** 0 to 1. */
  confidence: Type.Number(),
});
export type ComparedValue = Type.Static<typeof ComparedValue>;

/** Where a line stands in one of the papers. */
export const LinePlace = Type.Object({
  page: Type.Integer(),
  box: Box,
  /** The row itself. */
  label: Type.String(),
  /** What it belongs to, outermost first. */
  parents: Type.Array(Type.String()),
});
export type LinePlace = Type.Static<typeof LinePlace>;

/**
 * A line of one page with its counterpart in the other paper. `place` is where it is on the asked page, `other` its
 * counterpart; without one, `nearest` is where it would be.
 */
export const ComparedLine = Type.Object({
  /** Unique within the page and side, in reading order. */
  index: Type.Integer(),
  kind: Type.Union([Type.Literal('row'), Type.Literal('phrase'), Type.Literal('text')]),
  place: LinePlace,
  other: Nullable(LinePlace),
  nearest: Nullable(Type.Object({ page: Type.Integer(), box: Box })),
  values: Type.Array(ComparedValue),
  confidence: Type.Number(),
  moved: Type.Boolean(),
  /** The correction by which a person paired it, or said that it has no counterpart. */
  correctionId: Nullable(Id),
});
export type ComparedLine = Type.Static<typeof ComparedLine>;

export const LinesQuery = Type.Object({ side: ComparedSide, page: Type.Integer({ minimum: 1, maximum: 100000 }) });
export const ComparedLines = Type.Object({ lines: Type.Array(ComparedLine) });
export type ComparedLines = Type.Static<typeof ComparedLines>;

/**
 * One thing that changed. `changed`: another value. `added`, `removed`: in one paper only. `restated`: the newer paper's
 * 前年度 is not what the older one printed as 本年度. `reworded`, `moved`: only between revisions of one document.
 */
export const Change = Type.Object({
  kind: Type.Union([
    Type.Literal('changed'),
    Type.Literal('added'),
    Type.Literal('removed'),
    Type.Literal('restated'),
    Type.Literal('reworded'),
    Type.Literal('moved'),
  ]),
  label: Type.String(),
  parents: Type.Array(Type.String()),
  column: Column,
  /** Without a quantity, the line's place with its words as text and null as value. */
  older: Nullable(
    Type.Object({ ...PrintedQuantity.properties, value: Nullable(Type.Number()), pageLabel: Nullable(Type.String()) }),
  ),
  newer: Nullable(
    Type.Object({ ...PrintedQuantity.properties, value: Nullable(Type.Number()), pageLabel: Nullable(Type.String()) }),
  ),
  difference: Nullable(Type.Number()),
  rate: Nullable(Type.Number()),
  confidence: Type.Number(),
});
export type Change = Type.Static<typeof Change>;

/** A page of one of the papers with numbers that could not be read, so that no change of them is known. */
export const UnreadPage = Type.Object({
  side: ComparedSide,
  page: Type.Integer(),
  pageLabel: Nullable(Type.String()),
  /** How many numbers are printed on it. */
  printed: Type.Integer(),
  numbers: Type.Array(Type.Object({ text: Type.String(), box: Box })),
});
export type UnreadPage = Type.Static<typeof UnreadPage>;
export const Changes = Type.Object({ changes: Type.Array(Change), unread: Type.Array(UnreadPage) });
export type Changes = Type.Static<typeof Changes>;

/** One value of a row in one fiscal year. */
export const YearValue = Type.Object({
  fiscalYear: Type.Integer(),
  documentId: Id,
  revisionId: Id,
  /** Null where the row has no counterpart in that year's paper, or no such column. */
  printed: Nullable(Type.Object({ ...PrintedQuantity.properties, pageLabel: Nullable(Type.String()) })),
  /** In the unit of the whole series; null too where the units cannot be reconciled. */
  value: Nullable(Type.Number()),
  confidence: Type.Number(),
});
export type YearValue = Type.Static<typeof YearValue>;

/** A row of a series over the years: one series of values a column, oldest year first, every year of the series present. */
export const LineYears = Type.Object({
  label: Type.String(),
  parents: Type.Array(Type.String()),
  /** False while a comparison with one of the years is not computed yet. */
  complete: Type.Boolean(),
  columns: Type.Array(Type.Object({ column: Column, unit: Nullable(Type.String()), values: Type.Array(YearValue) })),
});
export type LineYears = Type.Static<typeof LineYears>;
/** The row by its page and index (ComparedLine.index) in the shown revision of the document. */
export const LineYearsQuery = Type.Object({
  page: Type.Integer({ minimum: 1, maximum: 100000 }),
  line: Type.Integer({ minimum: 0, maximum: 100000 }),
});

/** Where a person points at. `label` as in LinePlace, with its parents. */
const Pointed = Type.Object({
  page: Type.Integer({ minimum: 1, maximum: 100000 }),
  box: Box,
  label: Type.String({ maxLength: 4000 }),
  parents: Type.Array(Type.String({ maxLength: 4000 }), { maxItems: 50 }),
});

/** These two lines, or pages, are the same thing; of a line one side null: it has no counterpart. */
export const CorrectionInput = Type.Union([
  Type.Object({ kind: Type.Literal('line'), older: Nullable(Pointed), newer: Nullable(Pointed) }),
  Type.Object({
    kind: Type.Literal('page'),
    older: Type.Integer({ minimum: 1, maximum: 100000 }),
    newer: Type.Integer({ minimum: 1, maximum: 100000 }),
  }),
]);
export type CorrectionInput = Type.Static<typeof CorrectionInput>;

export const Correction = Type.Object({
  id: Id,
  madeBy: Type.String(),
  madeAt: Type.String(),
  correction: CorrectionInput,
});
export type Correction = Type.Static<typeof Correction>;
/** Those in force, newest first. */
export const Corrections = Type.Object({ corrections: Type.Array(Correction) });
export type Corrections = Type.Static<typeof Corrections>;

/** Where something that hinders is seen; without a box it is the whole page. */
const HindrancePlace = Type.Object({
  page: Type.Integer(),
  pageLabel: Nullable(Type.String()),
  text: Type.String(),
  box: Nullable(Box),
});

/** Something that makes the newer paper hard to compare with the older. */
export const Hindrance = Type.Object({
  key: Type.String(),
  kind: Type.Union(hindranceKinds.map((kind) => Type.Literal(kind))),
  /** A row with its headings, or the headings of a column, outermost first. */
  path: Type.Array(Type.String()),
  older: Nullable(HindrancePlace),
  newer: Nullable(HindrancePlace),
  rows: Type.Integer(),
  /** An official has seen it and leaves it so. */
  acknowledged: Nullable(Type.Object({ by: Type.String(), at: Type.String() })),
});
export type Hindrance = Type.Static<typeof Hindrance>;
/** None while the comparison is not ready. */
export const Hindrances = Type.Object({ ready: Type.Boolean(), hindrances: Type.Array(Hindrance) });
export type Hindrances = Type.Static<typeof Hindrances>;

/** What an official leaves as it is, or no longer does. */
export const AcknowledgementInput = Type.Object({
  keys: Type.Array(Type.String({ minLength: 1, maxLength: 20_000 }), { minItems: 1, maxItems: 2_000 }),
  acknowledged: Type.Boolean(),
});
export type AcknowledgementInput = Type.Static<typeof AcknowledgementInput>;

/** The tables of the newer paper with the older one's values: all, those of a page, or one of that page, from 0. */
export const BesideQuery = Type.Object({
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100000 })),
  table: Type.Optional(Type.Integer({ minimum: 0, maximum: 100000 })),
});
export type BesideQuery = Type.Static<typeof BesideQuery>;
