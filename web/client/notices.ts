import type { NoticeInput, NoticeList } from '../../contract/notices.ts';
import { get, post, postForBlob } from './request.ts';

export const listNotices = (meetingId: number) => get<NoticeList>(`/api/meetings/${meetingId}/notices`);
/** The letters as a PDF; issues new keys. */
export const printNotices = (meetingId: number, input: NoticeInput) =>
  postForBlob(`/api/meetings/${meetingId}/notices`, input);
export const revokeNotice = (id: number) => post(`/api/notices/${id}/revocation`);
