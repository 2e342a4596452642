import type { DocumentSummary } from '../../../../contract/documents.ts';
import { documentMark } from '../../../../domain/meetings/document.ts';
import { proposeDocument } from '../../../../domain/meetings/document-name.ts';

/** The meeting's document that carries the mark (資料１, 次第) which this file's name carries; null where none does. */
export function documentOfSameMark(fileName: string, documents: readonly DocumentSummary[]): DocumentSummary | null {
  const proposed = proposeDocument(fileName);
  const mark = documentMark(proposed.kind, proposed.number);
  if (mark === '') return null;
  return documents.find(({ kind, number }) => documentMark(kind, number) === mark) ?? null;
}
