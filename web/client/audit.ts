import type { AuditQuery, AuditTrail } from '../../contract/audit.ts';
import { search } from './paths.ts';
import { get } from './request.ts';

/** Who did what, newest first. */
export const readAudit = (query: AuditQuery = {}) => get<AuditTrail>(`/api/audit${search({ ...query })}`);
