import type { Ledger, LedgerQuery, LedgerSettings } from '../../contract/ledger.ts';
import { search } from './paths.ts';
import { get, put } from './request.ts';

export const readLedger = (query: LedgerQuery = {}) => get<Ledger>(`/api/ledger${search({ ...query })}`);
export const changeLedgerSettings = (settings: LedgerSettings) => put('/api/ledger/settings', settings);
