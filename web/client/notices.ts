import type { Message, NoticeInput, NoticeList, SpecimenInput, Wall } from '../../contract/notices.ts';
import { get, post, postForBlob } from './request.ts';

export const listNotices = (meetingId: number) => get<NoticeList>(`/api/meetings/${meetingId}/notices`);
/** The letters as a PDF; issues new keys. */
export const printNotices = (meetingId: number, input: NoticeInput) =>
  postForBlob(`/api/meetings/${meetingId}/notices`, input);
/** A letter as it would be printed, as an SVG picture. */
export const drawSpecimen = (meetingId: number, input: SpecimenInput) =>
  postForBlob(`/api/meetings/${meetingId}/notices/specimen`, input);
/** A member's own link as text and picture; issues a new key. */
export const issueMessage = (meetingId: number, memberId: number) =>
  post<Message>(`/api/meetings/${meetingId}/notices/message`, { memberId });
/** Everyone's links in the texts of e-mails, as CSV; issues new keys. */
export const issueMessages = (meetingId: number) => postForBlob(`/api/meetings/${meetingId}/notices/messages`, {});
export const readWall = (meetingId: number) => get<Wall>(`/api/meetings/${meetingId}/wall`);
export const revokeNotice = (id: number) => post(`/api/notices/${id}/revocation`);
