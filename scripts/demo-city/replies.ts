import type { EnteredReply, ReplyList } from '../../contract/replies.ts';
import type { PortalClient } from './portal-client.ts';

/**
 * Enters the answers of a meeting as its secretariat took them by telephone: the first `wishes` members of the list's end
 * wish all on paper, one the first document alone, and the last but one does not come. What was answered stays.
 */
export async function enterReplies(client: PortalClient, meetingId: number, wishes: number): Promise<void> {
  const { rows, papers } = await client.get<ReplyList>(`/api/meetings/${meetingId}/replies`);
  for (const [index, row] of rows.entries()) {
    if (row.answeredAt !== null) continue;
    const fromEnd = rows.length - index;
    const some = fromEnd === wishes + 1;
    const reply: EnteredReply = {
      attendance: fromEnd === 2 ? 'absent' : index === 2 ? 'online' : 'present',
      word: index === 2 ? '出張先から参加します。' : '',
      paper: fromEnd <= wishes ? 'all' : some ? 'some' : 'none',
      documentIds: some ? papers.slice(1, 2).map(({ id }) => id) : [],
      seenAt: null,
    };
    await client.put(`/api/meetings/${meetingId}/replies/${row.memberId}`, reply);
  }
}

/** Of a meeting to come: what two of its members have answered so far, who wish no paper. */
export async function enterFirstReplies(client: PortalClient, meetingId: number): Promise<void> {
  const { rows } = await client.get<ReplyList>(`/api/meetings/${meetingId}/replies`);
  for (const [index, row] of rows.slice(-2).entries()) {
    if (row.answeredAt !== null) continue;
    const attendance = index === 0 ? 'present' : 'online';
    const reply: EnteredReply = { attendance, word: '', paper: 'none', documentIds: [], seenAt: null };
    await client.put(`/api/meetings/${meetingId}/replies/${row.memberId}`, reply);
  }
}
