import { Type } from 'typebox';
import { Nullable } from './fields.ts';

/** How the portal itself is, for its administrator. */
export const Status = Type.Object({
  version: Type.String(),
  /** Jobs that wait; null where nobody can tell. */
  waitingJobs: Nullable(Type.Integer()),
  freeMebibytes: Nullable(Type.Integer()),
  /** Print is recognised in pages that are pictures. */
  recognises: Type.Boolean(),
  /** LibreOffice, which makes PDFs of Word, Excel and PowerPoint; null where it is not installed. */
  converter: Nullable(
    Type.Object({ version: Type.String(), isOffline: Type.Boolean({ description: 'it runs without any network' }) }),
  ),
});
export type Status = Type.Static<typeof Status>;
