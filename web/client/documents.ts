import type { Document, DocumentChange, PageText, RevisionState, UploadRules } from '../../contract/documents.ts';
import { get, post, put, type RequestOptions, remove } from './request.ts';

function documentPath(id: number, revisionId?: number): string {
  return `/api/documents/${id}${revisionId === undefined ? '' : `?revision=${revisionId}`}`;
}

export const readDocument = (id: number, revisionId?: number, options?: RequestOptions) =>
  get<Document>(documentPath(id, revisionId), options);
/** The revision that a reader would see now: whether there is another than the one that is open. */
export const readNewest = (id: number, options?: RequestOptions) =>
  get<RevisionState>(`/api/documents/${id}/newest`, options);
/** `name` is that of the page's pictures, whose text it is. */
export const readPageText = (revisionId: number, page: number, name?: string, options?: RequestOptions) =>
  get<PageText>(`/api/revisions/${revisionId}/pages/${page}/text${name === undefined ? '' : `?v=${name}`}`, options);
export const noteReadingPlace = (id: number, page: number, revisionId: number) =>
  put(`/api/documents/${id}/reading-place`, { page, revisionId }, { keepalive: true });
/** Which files are taken. */
export const readUploadRules = () => get<UploadRules>('/api/uploads');
export const changeDocument = (id: number, input: DocumentChange) => put(`/api/documents/${id}`, input);
/** The other of the two that a document's name was proposed from. */
export const takeOtherName = (id: number, edition: number) => post(`/api/documents/${id}/other-name`, { edition });
export const chooseCounterpart = (id: number, documentId: number) =>
  put(`/api/documents/${id}/counterpart`, { documentId });
export const undoCounterpart = (id: number) => remove(`/api/documents/${id}/counterpart`);
export const withdrawDocument = (id: number) => remove(`/api/documents/${id}`);
export const restoreDocument = (id: number) => post(`/api/documents/${id}/restoration`);
export const retryRevision = (id: number) => post(`/api/revisions/${id}/retry`);
export const takeBackRevision = (id: number) => post(`/api/revisions/${id}/taking-back`);
