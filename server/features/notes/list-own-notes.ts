import type { Kysely } from 'kysely';
import type { ListedNote, NotedDocument, OwnNotes } from '../../../contract/notes.ts';
import { apart } from '../../../domain/notes/geometry.ts';
import { extentOf, isStroke, type NoteContent } from '../../../domain/notes/note.ts';
import { shownNotes } from '../../access/own-notes.ts';
import { paperYear } from '../../access/paper-year.ts';
import { readableDocuments, readableRevisions } from '../../access/readable.ts';
import { findShownRevisions } from '../../access/shown-revision.ts';
import type { MemberViewer } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';
import { type FoundPage, findPages } from './noted-pages.ts';
import { type NoteRow, placeInRevision } from './place-in-revision.ts';

/** All notes of a member, the newest paper first; those of papers that can no longer be read are among them, last. */
export async function listOwnNotes(db: Kysely<Tables>, member: MemberViewer): Promise<OwnNotes> {
  const rows = await shownNotes(db, member)
    .selectAll('note')
    .orderBy('note.page')
    .orderBy('note.written_at')
    .orderBy('note.id')
    .execute();
  const byDocument = Map.groupBy(rows, ({ document_id }) => document_id);
  const papers = await findPapers(db, member, [...byDocument.keys()]);
  const gone = [...byDocument.keys()].filter((id) => !papers.has(id));
  const documents: NotedDocument[] = [];
  for (const documentId of [...papers.keys(), ...gone]) {
    const notes = byDocument.get(documentId) ?? [];
    documents.push(await documentNotes(db, member, documentId, papers.get(documentId) ?? null, notes));
  }
  return { documents };
}

type Paper = NonNullable<NotedDocument['paper']>;

/** In the order of their meetings, the last first. */
async function findPapers(db: Kysely<Tables>, member: MemberViewer, ids: number[]): Promise<Map<number, Paper>> {
  if (ids.length === 0) return new Map();
  const viewer = { official: null, member };
  const rows = await readableDocuments(db, viewer)
    .select(['document.id', 'document.kind', 'document.number', 'document.title', 'meeting.id as meetingId'])
    .select(['meeting.title as meetingTitle', 'meeting.held_on as heldOn', paperYear.as('fiscalYear')])
    .where('document.id', 'in', ids)
    .orderBy('meeting.held_on', 'desc')
    .orderBy('document.position')
    .execute();
  const shown = await findShownRevisions(db, viewer, ids);
  return new Map(
    rows.flatMap(({ id, ...paper }) => {
      const revision = shown.get(id);
      return revision ? [[id, { ...paper, revisionId: revision.id }] as const] : [];
    }),
  );
}

async function documentNotes(
  db: Kysely<Tables>,
  member: MemberViewer,
  documentId: number,
  paper: Paper | null,
  rows: readonly NoteRow[],
): Promise<NotedDocument> {
  const revisions = await readableRevisions(db, { official: null, member })
    .select('revision.id')
    .where('revision.document_id', '=', documentId)
    .execute();
  const readable = new Set(revisions.map(({ id }) => id));
  const notes = await placeInRevision(db, rows, paper?.revisionId ?? 0, readable);
  const places = notes.flatMap(({ revisionId, page, placement }) => [
    { revisionId, page },
    ...(placement && paper ? [{ revisionId: paper.revisionId, page: placement.page }] : []),
  ]);
  const found = await findPages(
    db,
    places.filter(({ revisionId }) => readable.has(revisionId)),
  );
  return {
    ...{ documentId, paper },
    notes: notes.map((note): ListedNote => {
      const page = found.find(({ revisionId, number }) => revisionId === note.revisionId && number === note.page);
      return { ...note, lineWords: page ? wordsUnder(note.content as NoteContent, page) : '' };
    }),
    pages: found.map(({ lines: _, ...page }) => page),
  };
}

const longest = 60;

/** The words of the lines that a stroke lies on, so that it can be told from others. */
function wordsUnder(content: NoteContent, { width, height, lines }: FoundPage): string {
  if (!isStroke(content)) return '';
  const [left, top, right, bottom] = extentOf(content, { width, height });
  const words = lines
    .filter(({ box: [x0 = 0, y0 = 0, x1 = 0, y1 = 0] }) => {
      const middle = (y0 + y1) / 2;
      return apart(left, right, x0, x1) <= 0 && top - (y1 - y0) / 2 <= middle && middle <= bottom + (y1 - y0) / 2;
    })
    .map(({ text }) => text.trim())
    .join('　');
  return words.length > longest ? `${words.slice(0, longest)}…` : words;
}
