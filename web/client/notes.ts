import type { DocumentNotes, EditedNotes, NoteEdit, OwnNotes } from '../../contract/notes.ts';
import { get, post, put, type RequestOptions } from './request.ts';

export const listOwnNotes = (options: RequestOptions = {}) => get<OwnNotes>('/api/notes', options);
export const listDocumentNotes = (id: number, revision: number, options: RequestOptions = {}) =>
  get<DocumentNotes>(`/api/documents/${id}/notes?revision=${revision}`, options);
export const sendNotes = (edits: readonly NoteEdit[]) => put<EditedNotes>('/api/notes', { edits });
/** For good. */
export const deleteNotes = (ids: readonly string[]) => post('/api/notes/deletion', { ids });
