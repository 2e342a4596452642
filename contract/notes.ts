import { Type } from 'typebox';
import { inkColors } from '../domain/notes/note.ts';
import { DocumentKind } from './documents.ts';
import { Id, IsoDate, Moment, Nullable, OptionalLine } from './fields.ts';

/** Made by the device that writes the note, so that it can be written without the portal. */
export const NoteId = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
const Part = Type.Number({ minimum: -1, maximum: 2 });
const PageNumber = Type.Integer({ minimum: 1, maximum: 100000 });

/** x, y and pressure of each point in turn. */
const strokePoints = Type.Array(Part, { minItems: 3, maxItems: 9_000 });
const words = OptionalLine(2000);

/** What was drawn or written; places and widths in parts of the page's width and height. */
export const NoteContent = Type.Union([
  Type.Object({
    kind: Type.Union([Type.Literal('pen'), Type.Literal('marker')]),
    color: Type.Enum([...inkColors]),
    width: Type.Number({ minimum: 0.0001, maximum: 0.2 }),
    points: strokePoints,
  }),
  Type.Object({ kind: Type.Literal('text'), x: Part, y: Part, words }),
  Type.Object({ kind: Type.Literal('bookmark'), words }),
]);

/** What a device made of a note: all of it, as it is then. `base` is the version it had seen, 0 of one that it wrote itself. */
export const NoteEdit = Type.Object({
  id: NoteId,
  editId: NoteId,
  base: Type.Integer({ minimum: 0, maximum: 2147483647 }),
  documentId: Id,
  revisionId: Id,
  page: PageNumber,
  content: NoteContent,
  erased: Type.Boolean(),
  /** By the device's clock. */
  writtenAt: Type.String({ format: 'date-time' }),
});
export type NoteEdit = Type.Static<typeof NoteEdit>;
export const NoteEdits = Type.Object({ edits: Type.Array(NoteEdit, { minItems: 1, maxItems: 200 }) });
export type NoteEdits = Type.Static<typeof NoteEdits>;

/** What became of each edit. `refused`: of a paper that this member may not read. */
export const EditedNotes = Type.Object({
  edits: Type.Array(
    Type.Object({
      editId: NoteId,
      id: NoteId,
      outcome: Type.Enum(['store', 'nothing', 'aside', 'refused']),
      /** Of the note as it is stored now; 0 where there is none. */
      version: Type.Integer(),
    }),
  ),
});
export type EditedNotes = Type.Static<typeof EditedNotes>;

/** Where a note stands in another version: x there = x · scaleX + shiftX. */
export const Placement = Type.Object({
  page: PageNumber,
  scaleX: Type.Number(),
  scaleY: Type.Number(),
  shiftX: Type.Number(),
  shiftY: Type.Number(),
});

/**
 * `here`: written on the version that is read. `moved`: on another, and its line was found. `unplaced`: it was not. `waiting`:
 * the two versions are not compared yet.
 */
export const NotePlace = Type.Enum(['here', 'moved', 'unplaced', 'waiting']);

export const Note = Type.Object({
  id: NoteId,
  version: Type.Integer(),
  /** What it was written on. */
  revisionId: Id,
  page: PageNumber,
  content: NoteContent,
  writtenAt: Moment,
  place: NotePlace,
  placement: Nullable(Placement),
});
export type Note = Type.Static<typeof Note>;

export const DocumentNotesQuery = Type.Object({ revision: Type.Optional(Id) });

/** A page that was written on, for its picture. */
export const NotedPage = Type.Object({
  revisionId: Id,
  number: PageNumber,
  width: Type.Number(),
  height: Type.Number(),
  label: Nullable(Type.String()),
  pictures: Type.String(),
});
export type NotedPage = Type.Static<typeof NotedPage>;

/** Of one paper, as they stand in one version. `pages`: those of other versions on which notes without a place here were written. */
export const DocumentNotes = Type.Object({
  revisionId: Id,
  notes: Type.Array(Note),
  pages: Type.Array(NotedPage),
});
export type DocumentNotes = Type.Static<typeof DocumentNotes>;
/** A note with the words of the page that it was drawn on. */
export const ListedNote = Type.Object({ ...Note.properties, lineWords: Type.String() });
export type ListedNote = Type.Static<typeof ListedNote>;

/** The notes of a member on one paper. `paper` null: it can no longer be read, and the notes are still theirs. */
export const NotedDocument = Type.Object({
  documentId: Id,
  paper: Nullable(
    Type.Object({
      kind: DocumentKind,
      number: Type.String(),
      title: Type.String(),
      meetingId: Id,
      meetingTitle: Type.String(),
      heldOn: IsoDate,
      fiscalYear: Type.Integer(),
      /** The version that is shown. */
      revisionId: Id,
    }),
  ),
  notes: Type.Array(ListedNote),
  /** Those that the notes were written on, and those they stand on now, as far as they can be read. */
  pages: Type.Array(NotedPage),
});
export type NotedDocument = Type.Static<typeof NotedDocument>;
export const OwnNotes = Type.Object({ documents: Type.Array(NotedDocument) });
export type OwnNotes = Type.Static<typeof OwnNotes>;

/** For good. */
export const NoteDeletion = Type.Object({ ids: Type.Array(NoteId, { minItems: 1, maxItems: 10_000 }) });
export type NoteDeletion = Type.Static<typeof NoteDeletion>;
export const DeletedNotes = Type.Object({ deleted: Type.Integer() });
