import { expect, test } from 'vitest';
import { describeWithDatabase } from '../../database.ts';
import { makePaper } from '../../pdf.ts';
import { openTestApp } from '../../portal.ts';
import {
  createCommittee,
  createMeeting,
  createMember,
  done,
  issueKey,
  openLetter,
  setUpCity,
  upload,
} from '../city.ts';

describeWithDatabase('議事録', (database) => {
  test('stand apart from the papers, on their own meeting and on the one after, and go on no other', async () => {
    const portal = await openTestApp(database(), { idle: true });
    try {
      const official = await setUpCity(portal);
      const committee = await createCommittee(official);
      const first = await createMeeting(official, committee, '2024-07-01', { title: '第１回懇談会' });
      const second = await createMeeting(official, committee, '2024-11-01', { title: '第２回懇談会' });
      const paper = await upload(official, first, '資料１_進行管理.pdf', makePaper(1, 'paper'));
      const minutes = await upload(official, first, '第１回懇談会議事録.pdf', makePaper(3, 'minutes'));
      const later = await upload(official, second, '第２回懇談会議事録.pdf', makePaper(2, 'later minutes'));
      const meetingOf = async (id: number) => done(official.get(`/api/meetings/${id}`));
      const [material, record] = (await meetingOf(first)).documents;
      expect([material, record]).toMatchObject([
        { kind: 'material' },
        { kind: 'minutes', title: '第１回懇談会議事録' },
      ]);
      expect((await meetingOf(second)).documents).toMatchObject([
        { id: later.documentId, kind: 'minutes', counterpart: null },
      ]);
      expect((await meetingOf(first)).minutesBefore).toBe(null);

      // nobody would have printed them for the meeting
      const printed = (await done(official.get(`/api/meetings/${first}/replies`))).papers;
      expect(printed.map(({ id }: { id: number }) => id)).toEqual([paper.documentId]);

      // a member sees them before a meeting only once they are published
      await done(official.post(`/api/meetings/${second}/publication`));
      const member = await createMember(official, committee, '山田　花子');
      const visitor = await openLetter(portal, (await issueKey(portal, second, member)).key);
      expect((await done(visitor.get(`/api/meetings/${second}`))).minutesBefore).toBe(null);
      await done(official.post(`/api/meetings/${first}/publication`));
      expect((await done(visitor.get(`/api/meetings/${second}`))).minutesBefore).toEqual({
        ...{ id: minutes.documentId, title: '第１回懇談会議事録' },
        ...{ meetingTitle: '第１回懇談会', heldOn: '2024-07-01' },
      });
    } finally {
      await portal.close();
    }
  });
});
