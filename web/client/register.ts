import type { Register, RegisterCorrectionInput } from '../../contract/register.ts';
import { get, post, type RequestOptions, remove } from './request.ts';

export const readRegister = (committeeId: number, options?: RequestOptions) =>
  get<Register>(`/api/committees/${committeeId}/register`, options);
/** Answers with the register as it is then. */
export const correctRegister = (committeeId: number, input: RegisterCorrectionInput) =>
  post<Register>(`/api/committees/${committeeId}/register-corrections`, input);
export const undoRegisterCorrection = (correctionId: number) => remove(`/api/register-corrections/${correctionId}`);
