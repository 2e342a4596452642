import type { Invitation, OfficialInput, OfficialList } from '../../contract/officials.ts';
import { PortalClient } from './portal-client.ts';

/** Who works on the second committee alone, and signs in with the demonstration's password. */
export const colleague = 'shisetsu@aoba.example.jp';
/** Who was invited, and has not come yet. */
const invited = 'gyosei-keiei2@aoba.example.jp';

/** Two more officials: one at work, one invited. What is there stays. */
export async function inviteOfficials(
  client: PortalClient,
  address: string,
  committees: { readonly first: number; readonly second: number },
  password: string,
): Promise<void> {
  const { officials } = await client.get<OfficialList>('/api/officials');
  const invite = async (input: OfficialInput) => {
    if (officials.some(({ email }) => email === input.email)) return null;
    return client.post<Invitation>('/api/officials', input);
  };
  const secretariat = (name: string, email: string, committee: number): OfficialInput => ({
    ...{ name, email, role: 'secretariat', committeeIds: [committee] },
  });
  await invite(secretariat('行政経営課　若葉', invited, committees.first));
  const invitation = await invite(secretariat('施設マネジメント係', colleague, committees.second));
  // a session of its own: the administrator's goes on
  if (invitation) await new PortalClient(address).post('/api/invitation/password', { code: invitation.code, password });
}
