import { Type } from 'typebox';
import { documentKinds, openness, pageProblems, processingStates } from '../domain/meetings/document.ts';
import { nameSources } from '../domain/meetings/first-page-name.ts';
import { yearSources } from '../domain/meetings/paper-year.ts';
import { FiscalYear, Id, IdParams, IsoDate, Line, Moment, Nullable, OptionalLine } from './fields.ts';

export const DocumentKind = Type.Enum([...documentKinds]);
export const Openness = Type.Enum([...openness]);
export const ProcessingState = Type.Enum([...processingStates]);

export const PageProblem = Type.Enum([...pageProblems]);

export const YearSource = Type.Enum([...yearSources]);
export const NameSource = Type.Enum([...nameSources]);

/** Kind, number and title as one of the two says that a document is proposed from. */
export const ProposedName = Type.Object({ kind: DocumentKind, number: Type.String(), title: Type.String() });

export const DocumentInput = Type.Object({
  kind: DocumentKind,
  number: OptionalLine(20),
  title: Line(200),
  openness: Openness,
  agendaItemId: Nullable(Id),
  /** The chain over the years; null starts one of its own. */
  seriesId: Nullable(Id),
  /** The year it is of; null: as title, first page and meeting say. Left out, it stays. */
  fiscalYear: Type.Optional(Nullable(FiscalYear)),
});
export type DocumentInput = Type.Static<typeof DocumentInput>;

/** `edition` is the one that was read: where another has been stored since, nothing is, and the refusal is `changed_elsewhere`. */
export const DocumentChange = Type.Object({ ...DocumentInput.properties, edition: Type.Integer() });
export type DocumentChange = Type.Static<typeof DocumentChange>;

/** The one that was read: where another has been stored since, the refusal is `changed_elsewhere`. */
export const DocumentEdition = Type.Object({ edition: Type.Integer() });

/** The earlier paper whose series a document goes on. */
export const CounterpartInput = Type.Object({ documentId: Id });

/** How far a revision is; `failure` is a sentence for the uploader, only where the state is failed. */
export const RevisionState = Type.Object({
  id: Id,
  number: Type.Integer({ description: '1, 2, 3 … within the document' }),
  state: ProcessingState,
  pageCount: Nullable(Type.Integer()),
  pagesDone: Type.Integer(),
  failure: Nullable(Type.String()),
  published: Type.Boolean(),
  fileName: Type.String(),
  byteSize: Type.Integer(),
  uploadedAt: Moment,
  /** For officials: whether its PDF is made yet, of a file of Word, Excel or PowerPoint; null where it was sent as a PDF. */
  conversion: Nullable(Type.Enum(['waiting', 'done'])),
  /** Names the pictures of its first page, as `pictures` of that page does; null while they are not drawn. */
  cover: Nullable(Type.String()),
  /** For officials: what of the file could not be read. */
  loss: Nullable(
    Type.Object({
      blankPages: Type.Array(Type.Integer(), { description: '1-based index in the file' }),
      textPart: Type.Number({ description: 'of the text, 0 to 1' }),
      isIncomplete: Type.Boolean({ description: 'its list of pages is lost: there may have been more' }),
    }),
  ),
});
export type RevisionState = Type.Static<typeof RevisionState>;

export const DocumentSummary = Type.Object({
  id: Id,
  kind: DocumentKind,
  number: Type.String(),
  title: Type.String(),
  openness: Openness,
  agendaItemId: Nullable(Id),
  seriesId: Id,
  /** What the paper is of, and who said so; null while nobody has looked. */
  fiscalYear: Type.Integer(),
  fiscalYearSource: Nullable(YearSource),
  /** Who said what it is called, and what the file's name or the first page says instead; null for members. */
  nameSource: Nullable(NameSource),
  otherName: Nullable(ProposedName),
  /** Grows with every change of what its form holds. */
  edition: Type.Integer(),
  /** The newest that this viewer may see. */
  revision: RevisionState,
  /** What it is to a member who was here before: added since then, or replaced; null where they know it. */
  news: Nullable(Type.Enum(['added', 'replaced'])),
  /** Of this member's own; 0 for everybody else. */
  noteCount: Type.Integer(),
  /** The nearest earlier document of the same series, if this viewer may see one, and how far comparing the two is. */
  counterpart: Nullable(
    Type.Object({ documentId: Id, fiscalYear: Type.Integer(), compared: Nullable(ProcessingState) }),
  ),
});
export type DocumentSummary = Type.Static<typeof DocumentSummary>;

export const Page = Type.Object({
  number: Type.Integer({ description: '1-based index in the file' }),
  width: Type.Number({ description: 'points, upright' }),
  height: Type.Number(),
  label: Nullable(Type.String({ description: 'the page number as printed' })),
  scanned: Type.Boolean(),
  /** Why it is blank, where it could not be read or drawn. */
  problem: Nullable(PageProblem),
  pictures: Type.String({
    description:
      'names what its pictures hold: the part v of their address; with a part after - there is a quick one too',
  }),
});
export type Page = Type.Static<typeof Page>;

export const OutlineEntry = Type.Object({
  title: Type.String(),
  page: Nullable(Type.Integer()),
  depth: Type.Integer(),
});
export type OutlineEntry = Type.Static<typeof OutlineEntry>;

/** Another document that can stand beside this one. */
export const BesideChoice = Type.Object({
  documentId: Id,
  meetingId: Id,
  meetingTitle: Type.String(),
  heldOn: IsoDate,
  fiscalYear: Type.Integer(),
  kind: DocumentKind,
  number: Type.String(),
  title: Type.String(),
  sameSeries: Type.Boolean(),
});
export type BesideChoice = Type.Static<typeof BesideChoice>;

/** Everything the reader needs of one document; `pages` are those that are ready, in order. */
export const Document = Type.Object({
  id: Id,
  meetingId: Id,
  meetingTitle: Type.String(),
  heldOn: IsoDate,
  fiscalYear: Type.Integer(),
  committeeId: Id,
  kind: DocumentKind,
  number: Type.String(),
  title: Type.String(),
  seriesId: Id,
  /** The one shown: the newest this viewer may see, or the one asked for. */
  revision: RevisionState,
  newestRevisionId: Id,
  revisions: Type.Array(RevisionState),
  pages: Type.Array(Page),
  outline: Type.Array(OutlineEntry),
  /** Page of this document where this member last was; null for officials and first visits. */
  readingPlace: Nullable(Type.Integer()),
  /** The revision this member last looked at before the one shown, where that was an earlier one. */
  seenRevisionId: Nullable(Id),
  /** A person, not the file's name, said which series it goes on. */
  seriesChosen: Type.Boolean(),
  /** This viewer may change it. */
  editable: Type.Boolean(),
  /** All others that can stand beside it: same series first, newest first. */
  beside: Type.Array(BesideChoice),
});
export type Document = Type.Static<typeof Document>;
export const DocumentQuery = Type.Object({ revision: Type.Optional(Id) });

export const PageParams = Type.Object({ id: Id, page: Type.Integer({ minimum: 1, maximum: 100000 }) });
export const PictureParams = Type.Object({
  ...PageParams.properties,
  /** `quick`: of few bytes and legible, for the moment before the large one is there; the large one where there is none. */
  size: Type.Union([Type.Literal('large'), Type.Literal('small'), Type.Literal('quick')]),
});

/** The content that the address names; a browser keeps what comes from such an address. */
export const PageQuery = Type.Object({ v: Type.Optional(Type.String({ maxLength: 32 })) });

/** Lines in reading order; boxes in points from the top left of the upright page. */
export const PageText = Type.Object({
  /** Its words were recognised in a picture, and may be wrong. */
  isRecognised: Type.Boolean(),
  lines: Type.Array(
    Type.Object({
      text: Type.String(),
      box: Type.Array(Type.Number(), { minItems: 4, maxItems: 4 }),
      vertical: Type.Boolean(),
    }),
  ),
});
export type PageText = Type.Static<typeof PageText>;

export const ReadingPlace = Type.Object({
  page: Type.Integer({ minimum: 1, maximum: 100000 }),
  /** The revision that is being looked at. */
  revisionId: Type.Optional(Id),
});
export const FileQuery = Type.Object({ download: Type.Optional(Type.Boolean()) });

/** A file on its way, by its official's id and a UUID. */
export const UploadParams = Type.Object({ upload: Type.String({ pattern: '^[0-9]{1,10}-[0-9a-f-]{36}$' }) });
export const UploadOfParams = Type.Object({ ...IdParams.properties, ...UploadParams.properties });

/** What files are taken. */
export const UploadRules = Type.Object({
  maxBytes: Type.Integer(),
  convertsOffice: Type.Boolean({ description: 'Word, Excel and PowerPoint too: LibreOffice is there' }),
});
export type UploadRules = Type.Static<typeof UploadRules>;

/** What an upload made, with what the portal proposes for it from the file's name. */
export const Uploaded = Type.Object({
  documentId: Id,
  revisionId: Id,
  /** The other paper of the meeting that has the same content, as people call it; null where there is none. */
  sameAs: Nullable(Type.String()),
});
export type Uploaded = Type.Static<typeof Uploaded>;

/** The chains of a committee, each with its papers, newest first. */
export const SeriesList = Type.Object({
  series: Type.Array(
    Type.Object({
      id: Id,
      papers: Type.Array(Type.Object({ documentId: Id, title: Type.String(), fiscalYear: Type.Integer() })),
    }),
  ),
});
export type SeriesList = Type.Static<typeof SeriesList>;

/** Taken out of a meeting, the last first; nobody sees them, and each can be brought back. */
export const WithdrawnDocuments = Type.Object({
  documents: Type.Array(
    Type.Object({ id: Id, kind: DocumentKind, number: Type.String(), title: Type.String(), withdrawnAt: Moment }),
  ),
});
export type WithdrawnDocuments = Type.Static<typeof WithdrawnDocuments>;

/** Whose proposed number and title are right. */
export const AcceptedNames = Type.Object({ documentIds: Type.Array(Id, { minItems: 1, maxItems: 500 }) });

export const DocumentOrder = Type.Object({ documentIds: Type.Array(Id, { maxItems: 500 }) });
