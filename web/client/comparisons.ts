import type {
  AcknowledgementInput,
  Changes,
  ComparedLines,
  ComparedSide,
  Comparison,
  ComparisonInput,
  CorrectionInput,
  Hindrances,
  LineYears,
} from '../../contract/comparisons.ts';
import { get, post, put, type RequestOptions, remove } from './request.ts';

export const askComparison = (documentId: number, input: ComparisonInput, options?: RequestOptions) =>
  post<Comparison>(`/api/documents/${documentId}/comparisons`, input, options);
export const readComparison = (id: number, options?: RequestOptions) =>
  get<Comparison>(`/api/comparisons/${id}`, options);
export const readLines = (id: number, side: ComparedSide, page: number, options?: RequestOptions) =>
  get<ComparedLines>(`/api/comparisons/${id}/lines?side=${side}&page=${page}`, options);
export const readChanges = (id: number, options?: RequestOptions) =>
  get<Changes>(`/api/comparisons/${id}/changes`, options);
export const readLineYears = (documentId: number, page: number, line: number, options?: RequestOptions) =>
  get<LineYears>(`/api/documents/${documentId}/line-years?page=${page}&line=${line}`, options);
export const addCorrection = (id: number, input: CorrectionInput) =>
  post<{ id: number }>(`/api/comparisons/${id}/corrections`, input);
export const undoCorrection = (correctionId: number) => remove(`/api/corrections/${correctionId}`);
export const listHindrances = (id: number, options?: RequestOptions) =>
  get<Hindrances>(`/api/comparisons/${id}/hindrances`, options);
export const acknowledgeHindrances = (id: number, input: AcknowledgementInput) =>
  put(`/api/comparisons/${id}/acknowledgements`, input);
