import type { EnteredReply, OwnReply, ReplyInput, ReplyList } from '../../contract/replies.ts';
import { get, put } from './request.ts';

export const giveReply = (meetingId: number, input: ReplyInput) =>
  put<OwnReply>(`/api/meetings/${meetingId}/reply`, input);
export const listReplies = (meetingId: number) => get<ReplyList>(`/api/meetings/${meetingId}/replies`);
export const enterReply = (meetingId: number, memberId: number, input: EnteredReply) =>
  put(`/api/meetings/${meetingId}/replies/${memberId}`, input);
