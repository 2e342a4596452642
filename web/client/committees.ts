import type {
  Committee,
  CommitteeChange,
  CommitteeContact,
  CommitteeInput,
  CommitteeList,
  Created,
  LetterSentences,
  MemberChange,
  MemberInput,
  Reappointment,
} from '../../contract/committees.ts';
import { get, getForBlob, post, put, remove } from './request.ts';

export const readContact = (id: number) => get<CommitteeContact>(`/api/committees/${id}/contact`);
export const listCommittees = () => get<CommitteeList>('/api/committees');
export const readCommittee = (id: number) => get<Committee>(`/api/committees/${id}`);
export const createCommittee = (input: CommitteeInput) => post<Created>('/api/committees', input);
export const changeCommittee = (id: number, input: CommitteeChange) => put(`/api/committees/${id}`, input);
export const deleteCommittee = (id: number) => remove(`/api/committees/${id}`);
export const addMember = (committeeId: number, input: MemberInput) =>
  post<Created>(`/api/committees/${committeeId}/members`, input);
export const changeMember = (id: number, input: MemberChange) => put(`/api/members/${id}`, input);
export const saveSentences = (committeeId: number, sentences: LetterSentences) =>
  put(`/api/committees/${committeeId}/letter-sentences`, sentences);
export const orderMembers = (committeeId: number, memberIds: number[]) =>
  put(`/api/committees/${committeeId}/member-order`, { memberIds });
export const retireMember = (id: number) => put(`/api/members/${id}/retirement`);
export const reinstateMember = (id: number) => remove(`/api/members/${id}/retirement`);
export const eraseMember = (id: number) => post(`/api/members/${id}/erasure`);
export const deleteMember = (id: number) => remove(`/api/members/${id}`);
export const reappointMembers = (committeeId: number, input: Reappointment) =>
  post(`/api/committees/${committeeId}/reappointment`, input);
/** Takes the last one back. */
export const undoReappointment = (committeeId: number) => remove(`/api/committees/${committeeId}/reappointment`);
export const writeMemberTable = (committeeId: number, encoding: 'utf-8' | 'shift_jis') =>
  getForBlob(`/api/committees/${committeeId}/members.csv?encoding=${encoding}`);
