import type { TestApp } from '../portal.ts';
import { Visitor } from '../visitor.ts';

export const administrator = { email: 'kanri@example.jp', password: 'ひみつのことば-2024' };

/** Sets the city up as its administrator does. Rejects where anything is refused. */
export async function setUpCity(portal: TestApp): Promise<Visitor> {
  const visitor = new Visitor(portal.app);
  const { email, password } = administrator;
  const body = { code: portal.setUpCode, cityName: 'あおば市', name: '管理　太郎', email, password };
  await done(visitor.post('/api/set-up', body));
  return visitor;
}

export async function createCommittee(visitor: Visitor, name = '行財政改革懇談会'): Promise<number> {
  const body = { name, department: '行政経営課', phone: '000-000-0000', email: '' };
  return (await done(visitor.post('/api/committees', body))).id;
}

export async function createMeeting(
  visitor: Visitor,
  committee: number,
  heldOn: string,
  changes: object = {},
): Promise<number> {
  const body = {
    title: `${heldOn}の会議`,
    heldOn,
    startsAt: '14:00',
    endsAt: '16:00',
    place: '第１会議室',
    agenda: [],
    ...changes,
  };
  return (await done(visitor.post(`/api/committees/${committee}/meetings`, body))).id;
}

export async function createMember(
  visitor: Visitor,
  committee: number,
  name: string,
  changes: object = {},
): Promise<number> {
  const body = {
    ...{ name, kana: '', position: '委員', postalCode: '', address: '青葉県あおば市１－２－３' },
    ...{ termFrom: '2020-04-01', termTo: '2098-03-31', ...changes },
  };
  return (await done(visitor.post(`/api/committees/${committee}/members`, body))).id;
}

/** Uploads to the meeting; the ids of the new document and revision. */
export async function upload(visitor: Visitor, meeting: number, name: string, content: Uint8Array) {
  return (await done(visitor.upload(`/api/meetings/${meeting}/documents`, name, content))) as {
    documentId: number;
    revisionId: number;
  };
}

/** The letters' keys, as they are printed, by reading nothing but the database's own maker of keys. */
export async function issueKey(portal: TestApp, meeting: number, member: number, changes: object = {}) {
  const link = portal.keys.newLinkKey();
  const typed = portal.keys.newTypedCode();
  const { id } = await portal.db
    .insertInto('notice')
    .values({
      meeting_id: meeting,
      member_id: member,
      key_hash: link.hash,
      code_hash: typed.hash,
      expires_at: '2098-03-31T00:00:00Z',
      code_expires_at: '2098-03-31T00:00:00Z',
      ...changes,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, key: link.key, code: typed.code };
}

/** A member's browser after it has opened a letter's link. */
export async function openLetter(portal: TestApp, key: string): Promise<Visitor> {
  const visitor = new Visitor(portal.app);
  const answer = await visitor.get(`/M/${key}`);
  if (!String(answer.headers.location).startsWith('/meetings/'))
    throw new Error(`the letter opened ${answer.headers.location}`);
  return visitor;
}

/** The answer's JSON. Rejects where it was refused. */
export async function done(asked: ReturnType<Visitor['get']>) {
  const answer = await asked;
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return answer.json();
}

/** Polls the document until its newest revision is ready or failed. */
export async function untilSettled(visitor: Visitor, documentId: number, timeoutSeconds = 50) {
  const deadline = Date.now() + timeoutSeconds * 1000;
  for (;;) {
    const document = await done(visitor.get(`/api/documents/${documentId}`));
    if (document.revision.state === 'ready' || document.revision.state === 'failed') return document;
    if (Date.now() > deadline) throw new Error(`still ${document.revision.state} after ${timeoutSeconds} s`);
    await new Promise((tick) => setTimeout(tick, 50));
  }
}
