import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../server/database/connection.ts';
import { openTestDatabase } from '../../database.ts';
import { makePaper } from '../../pdf.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import type { Visitor } from '../../visitor.ts';
import { createCommittee, createMeeting, done, setUpCity, upload } from '../city.ts';

let database: Database;
let portal: TestApp;
let official: Visitor;

beforeAll(async () => {
  database = await openTestDatabase();
  portal = await openTestApp(database, { idle: true });
  official = await setUpCity(portal);
});
afterAll(async () => {
  await portal.close();
  await database.close();
});

type Held = Record<string, unknown> & { edition: number };
interface Form {
  readonly url: string;
  /** What the form was filled with. */
  read(): Promise<Held>;
  readonly first: object;
  readonly second: object;
}

/** The forms whose last write once stood; meetings and members have tests of their own. */
const forms: Record<string, () => Promise<Form>> = {
  city: async () => ({
    ...{ url: '/api/city', read: () => done(official.get('/api/city')) },
    ...{ first: { senderName: '青葉　太郎' }, second: { address: 'あおば市１' } },
  }),
  committee: async () => {
    const url = `/api/committees/${await createCommittee(official)}`;
    const read = async () => {
      const { name, department, phone, email, edition } = await done(official.get(url));
      return { name, department, phone, email, edition };
    };
    return { url, read, first: { phone: '000-111-2222' }, second: { department: '総務課' } };
  },
  'letter sentences': async () => {
    const committee = `/api/committees/${await createCommittee(official)}`;
    const read = async () => (await done(official.get(committee))).letterSentences;
    return { url: `${committee}/letter-sentences`, read, first: { greeting: '春暖の候、' }, second: { body: '本文' } };
  },
  document: async () => {
    const meeting = await createMeeting(official, await createCommittee(official), '2024-07-01');
    const { documentId } = await upload(official, meeting, '資料１ 報告.pdf', makePaper(1));
    const read = async () => {
      const [{ kind, number, title, openness, agendaItemId, seriesId, edition }] = (
        await done(official.get(`/api/meetings/${meeting}`))
      ).documents;
      return { kind, number, title, openness, agendaItemId, seriesId, edition };
    };
    return { url: `/api/documents/${documentId}`, read, first: { title: '実績' }, second: { number: '9' } };
  },
  official: async () => {
    const invited = { name: '鈴木　一郎', email: 'suzuki@example.jp', role: 'secretariat', committeeIds: [] };
    const { officialId } = await done(official.post('/api/officials', invited));
    const read = async () => {
      const { officials } = await done(official.get('/api/officials'));
      const { name, email, role, committeeIds, edition } = officials.find(
        ({ id }: { id: number }) => id === officialId,
      );
      return { name, email, role, committeeIds, edition };
    };
    const second = { role: 'administrator' };
    return { url: `/api/officials/${officialId}`, read, first: { name: '鈴木　花子' }, second };
  },
};

test.each(Object.keys(forms))(
  'of two officials at one form the second is refused, and nothing of the first is overwritten: %s',
  async (name) => {
    const { url, read, first, second } = await forms[name]!();
    const shown = await read();
    await done(official.put(url, { ...shown, ...first }));
    const late = await official.put(url, { ...shown, ...second });
    expect([late.status, late.json().error.code]).toEqual([409, 'changed_elsewhere']);
    const stored = await read();
    expect(stored).toEqual({ ...shown, ...first, edition: shown.edition + 1 });
    await done(official.put(url, { ...stored, ...second }));
    expect(await read()).toMatchObject({ ...first, ...second });
    const both = await read();
    const answers = await Promise.all([first, second].map((change) => official.put(url, { ...both, ...change })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  },
);
