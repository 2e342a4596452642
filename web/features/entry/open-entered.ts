import { navigate } from '../../client/navigation.ts';
import { paths } from '../../client/paths.ts';
import { openByCode } from '../../client/sessions.ts';
import type { Fired } from '../../ui/events.ts';

/** Opens the meeting of what was typed. Rejects with a ClientError. */
export async function openEntered({ detail }: Fired<'code-entered'>): Promise<void> {
  if ('key' in detail) {
    location.assign(`/M/${detail.key}`);
    return;
  }
  const { meetingId } = await openByCode(detail.code);
  navigate(paths.meeting(meetingId));
}
