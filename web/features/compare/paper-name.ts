import type { Document } from '../../../contract/documents.ts';
import { documentMark } from '../../../domain/meetings/document.ts';

/** 資料１, or the title of what carries no mark. */
export function nameOf({ kind, number, title }: Pick<Document, 'kind' | 'number' | 'title'>): string {
  return documentMark(kind, number) || title;
}
