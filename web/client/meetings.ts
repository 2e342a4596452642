import type { Created } from '../../contract/committees.ts';
import type { SeriesList, WithdrawnDocuments } from '../../contract/documents.ts';
import type { Meeting, MeetingChange, MeetingInput, MeetingList } from '../../contract/meetings.ts';
import { get, post, put, type RequestOptions, remove } from './request.ts';

export const readMeeting = (id: number, options?: RequestOptions) => get<Meeting>(`/api/meetings/${id}`, options);
export const listMeetings = (committeeId: number) => get<MeetingList>(`/api/committees/${committeeId}/meetings`);
export const listSeries = (committeeId: number) => get<SeriesList>(`/api/committees/${committeeId}/series`);
export const listWithdrawn = (meetingId: number) =>
  get<WithdrawnDocuments>(`/api/meetings/${meetingId}/withdrawn-documents`);
export const createMeeting = (committeeId: number, input: MeetingInput) =>
  post<Created>(`/api/committees/${committeeId}/meetings`, input);
export const changeMeeting = (id: number, input: MeetingChange) => put(`/api/meetings/${id}`, input);
export const deleteMeeting = (id: number) => remove(`/api/meetings/${id}`);
export const publishMeeting = (id: number) => post(`/api/meetings/${id}/publication`);
export const planPublication = (id: number, at: string) => put(`/api/meetings/${id}/planned-publication`, { at });
export const cancelPublication = (id: number) => remove(`/api/meetings/${id}/planned-publication`);
export const withdrawMeeting = (id: number) => remove(`/api/meetings/${id}/publication`);
/** The proposed numbers and titles of these are right. */
export const acceptNames = (id: number, documentIds: number[]) =>
  post(`/api/meetings/${id}/accepted-names`, { documentIds });
export const changeDocumentOrder = (id: number, documentIds: number[]) =>
  put(`/api/meetings/${id}/document-order`, { documentIds });
