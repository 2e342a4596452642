import { paths } from '../../client/paths.ts';

const documentAddress = /^\/documents\/([0-9]+)(?:\/beside\/([0-9]+))?/;
const meetingAddress = /^\/(?:office\/)?meetings\/([0-9]+)/;

/** The document or meeting of a screen's address: what is said there is looked for from it. */
export function whereOf(pathname: string): { document?: number; meeting?: number } {
  const document = documentAddress.exec(pathname)?.[1];
  if (document) return { document: Number(document) };
  const meeting = meetingAddress.exec(pathname)?.[1];
  return meeting ? { meeting: Number(meeting) } : {};
}

/** Where to go for a place: side by side stays side by side while the paper is the same. */
export function placePath(pathname: string, { documentId, page }: { documentId: number; page: number }): string {
  const [, own, other] = documentAddress.exec(pathname) ?? [];
  if (other && Number(own) === documentId) return paths.beside(documentId, Number(other), { page });
  return paths.document(documentId, { page });
}
