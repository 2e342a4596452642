import type { NoticeInput, NoticeList, SpecimenInput } from '../../contract/notices.ts';
import { get, post, postForBlob } from './request.ts';

export const listNotices = (meetingId: number) => get<NoticeList>(`/api/meetings/${meetingId}/notices`);
/** The letters as a PDF; issues new keys. */
export const printNotices = (meetingId: number, input: NoticeInput) =>
  postForBlob(`/api/meetings/${meetingId}/notices`, input);
/** A letter as it would be printed, as an SVG picture. */
export const drawSpecimen = (meetingId: number, input: SpecimenInput) =>
  postForBlob(`/api/meetings/${meetingId}/notices/specimen`, input);
export const revokeNotice = (id: number) => post(`/api/notices/${id}/revocation`);
