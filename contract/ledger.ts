import { Type } from 'typebox';
import { FiscalYear, Id, IsoDate, Nullable } from './fields.ts';
import { PrintedPaper } from './replies.ts';

export const PrintLayout = Type.Object({
  duplex: Type.Boolean(),
  pagesPerSide: Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(4)]),
});

/** How leaves are counted, and the target: per cent of all pages that are not to be printed. */
export const LedgerSettings = Type.Object({
  ...PrintLayout.properties,
  target: Nullable(Type.Integer({ minimum: 0, maximum: 100 })),
  /** Sent back as it was read: where another has been stored since, nothing is, and the refusal is `changed_elsewhere`. */
  edition: Type.Integer(),
});
export type LedgerSettings = Type.Static<typeof LedgerSettings>;

export const PaperSaving = Type.Object({
  pagesForAll: Type.Integer(),
  pagesPrinted: Type.Integer(),
  leavesForAll: Type.Integer(),
  leavesPrinted: Type.Integer(),
});

/** A published meeting that was held; the newest first. */
export const LedgerMeeting = Type.Object({
  id: Id,
  committeeId: Id,
  committeeName: Type.String(),
  title: Type.String(),
  heldOn: IsoDate,
  fiscalYear: FiscalYear,
  /** Those on the committee on the day. */
  members: Type.Integer(),
  saving: PaperSaving,
  papers: Type.Array(PrintedPaper),
});
export type LedgerMeeting = Type.Static<typeof LedgerMeeting>;

export const Ledger = Type.Object({ settings: LedgerSettings, meetings: Type.Array(LedgerMeeting) });
export type Ledger = Type.Static<typeof Ledger>;

/** Narrows the ledger to a committee, or to a fiscal year. */
export const LedgerQuery = Type.Object({ committee: Type.Optional(Id), year: Type.Optional(FiscalYear) });
export type LedgerQuery = Type.Static<typeof LedgerQuery>;

/** The same as a table of meetings, or of their documents. */
export const LedgerTableQuery = Type.Object({
  ...LedgerQuery.properties,
  by: Type.Optional(Type.Union([Type.Literal('meeting'), Type.Literal('document')])),
});
