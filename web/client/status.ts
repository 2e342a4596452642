import type { Status } from '../../contract/status.ts';
import { get } from './request.ts';

export const readStatus = () => get<Status>('/api/status');
