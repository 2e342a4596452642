import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '../../server/configuration.ts';
import { startPortal } from '../../server/main.ts';
import { PortalClient } from '../demo-city/portal-client.ts';

export interface EmptyPortal {
  /** Signed in as the administrator. */
  readonly official: PortalClient;
  readonly folder: string;
  createMeeting(): Promise<number>;
  close(): Promise<void>;
}

const port = 3097;

/** A portal in this process, on a database and a folder of its own, with one committee. */
export async function startEmptyPortal(): Promise<EmptyPortal> {
  const folder = await mkdtemp(join(tmpdir(), 'kurabe-bench-'));
  const portal = await startPortal(
    readConfiguration({ KURABE_DATA: join(folder, 'data'), PORT: String(port), LOG_LEVEL: 'error' }),
  );
  const official = new PortalClient(portal.address);
  const person = { name: '計測', email: 'bench@example.jp', password: 'はかるための合言葉-2026' };
  await official.post('/api/set-up', { code: portal.setUpCode, cityName: 'あおば市', ...person });
  const committee = { name: '計測の会', department: '総務課', phone: '000-000-0000', email: '' };
  const { id } = await official.post<{ id: number }>('/api/committees', committee);
  const meeting = { title: '計測', heldOn: '2024-07-01', startsAt: '14:00', endsAt: null, place: '', agenda: [] };
  return {
    official,
    folder,
    createMeeting: async () => (await official.post<{ id: number }>(`/api/committees/${id}/meetings`, meeting)).id,
    async close() {
      await portal.close();
      await rm(folder, { recursive: true });
    },
  };
}
