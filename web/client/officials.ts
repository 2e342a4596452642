import type {
  Invitation,
  InvitationFace,
  OfficialAccount,
  OfficialChange,
  OfficialInput,
  OfficialList,
} from '../../contract/officials.ts';
import { get, post, put, remove } from './request.ts';

export const listOfficials = async (): Promise<OfficialAccount[]> =>
  (await get<OfficialList>('/api/officials')).officials;
export const inviteOfficial = (input: OfficialInput) => post<Invitation>('/api/officials', input);
export const changeOfficial = (id: number, input: OfficialChange) => put(`/api/officials/${id}`, input);
export const resetOfficial = (id: number) => post<Invitation>(`/api/officials/${id}/invitation`);
export const stopOfficial = (id: number) => post(`/api/officials/${id}/stop`);
export const reinstateOfficial = (id: number) => remove(`/api/officials/${id}/stop`);
export const readInvitation = (code: string) => post<InvitationFace>('/api/invitation', { code });
