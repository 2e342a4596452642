import type { DocumentSummary } from '../../../../contract/documents.ts';

/** Nobody has said yet that its number and title are right; while it is read they may still change. */
export const isProposed = ({ nameSource, revision }: DocumentSummary): boolean =>
  (nameSource === 'file_name' || nameSource === 'first_page') && revision.state === 'ready';
