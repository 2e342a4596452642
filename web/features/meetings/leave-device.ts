import { readSession, signOut } from '../../client/sessions.ts';
import { confirmAction } from '../../ui/confirm.ts';

/** Ends a member's reading on this device, once they agree; false where they do not. Rejects where the portal does not answer. */
export async function leaveDevice(): Promise<boolean> {
  const agreed = await confirmAction({
    heading: 'この端末での閲覧を終えますか',
    text: [
      ...toldOfUnsent(await countUnsent()),
      'ほかの方が使う端末では、終えておくと安心です。もう一度見るときは、開催通知の二次元コードか8文字のコードをお使いください。',
    ],
    action: '閲覧を終える',
  });
  if (agreed) await signOut('member');
  return agreed;
}

/** Notes that the portal has not got, after one more try: they stay on the device until their member comes back to it. */
async function countUnsent(): Promise<number> {
  try {
    const { member } = await readSession();
    if (!member) return 0;
    const { NoteOutbox } = await import('../../notes/note-outbox.ts');
    return await NoteOutbox.of(member.id).leftAfterSending();
  } catch {
    // without a line nothing can be ended either
    return 0;
  }
}

const toldOfUnsent = (count: number): string[] =>
  count === 0
    ? []
    : [
        `まだ保存されていない書き込みが${count}件、この端末に残っています。この端末で開催通知をもう一度開くと、保存されます。`,
      ];
