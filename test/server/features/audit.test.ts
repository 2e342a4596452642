import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Act, acts } from '../../../domain/meetings/act.ts';
import { hashPassword } from '../../../server/identity/passwords.ts';
import { describeWithDatabase } from '../../database.ts';
import { makePaper } from '../../pdf.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import { Visitor } from '../../visitor.ts';
import { type Cast, makeCast } from '../access/cast.ts';
import { insertComparison } from '../access/compared.ts';
import { insertRegisterCorrection } from '../access/registered.ts';
import { administrator, done, issueKey } from '../city.ts';

const committeeBody = { name: '会議体', department: '課', phone: '1', email: '' };
const memberBody = {
  ...{ name: '委員　一郎', kana: '', position: '', postalCode: '', address: '' },
  ...{ termFrom: '2024-01-01', termTo: '2030-01-01' },
};
const meetingBody = { title: '会議', heldOn: '2024-07-01', startsAt: '10:00', endsAt: null, place: '', agenda: [] };
const cityBody = {
  ...{
    name: 'あおば市',
    postalCode: '',
    address: '',
    senderTitle: '',
    senderName: '',
    edition: 1,
    passkeysDemanded: false,
  },
  window: { left: 1, top: 1, width: 90, height: 45 },
};
const documentBody = {
  ...{ kind: 'other', number: '', title: '改題', openness: 'open', agendaItemId: null, seriesId: null, edition: 1 },
};
const reply = { attendance: 'absent', word: '', paper: 'none', documentIds: [], seenAt: null };
const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
const personBody = (name: string) => ({ name, email: `${name}@example.jp`, role: 'secretariat' as const });
const letters = { memberIds: null, documentNumber: '', issuedOn: '2024-06-01', note: '', revokeEarlier: false };

/** Need a password or a device; account.test.ts has them with their records. The questions change nothing. */
const ofOneself = [
  ...['PUT /api/account/password', 'POST /api/account/proof', 'POST /api/account/proof/passkey'],
  ...['POST /api/account/passkeys', 'DELETE /api/account/sessions', 'DELETE /api/sessions/:id'],
  'POST /api/meetings/:id/notices/specimen',
  ...['POST /api/account/proof/question', 'POST /api/account/passkeys/question'],
];
/** Another way to an act of a step: a file that arrives in pieces (resumable-uploads.test.ts), a proposed name (proposed-names.test.ts). */
const otherWays = [
  'POST /api/documents/:id/other-name',
  ...['POST /api/uploads', 'DELETE /api/uploads/:upload'],
  ...['POST /api/meetings/:id/uploads/:upload', 'POST /api/documents/:id/uploads/:upload'],
];
const actsOfOneself: Act[] = [
  ...(['password-changed', 'password-proven', 'passkey-proven', 'proof-refused', 'passkey-registered'] as const),
  ...(['session-ended', 'sessions-ended', 'invitation-taken-up'] as const),
];

/** A way, an address and a body; the ids are the cast's. */
type Step = [method: 'POST' | 'PUT' | 'DELETE', pattern: string, id: number | null, body?: object];

describeWithDatabase('the audit trail', (database) => {
  let portal: TestApp;
  let cast: Cast;
  let official: Visitor;

  beforeAll(async () => {
    portal = await openTestApp(database(), { idle: true });
    cast = await makeCast(portal);
    await insertComparison(portal, cast, 'earlier-1+plain-1');
    await insertRegisterCorrection(portal, cast, 'plain-1');
    official = cast.visitors.administrator!;
  });
  afterAll(() => portal.close());

  const trail = (query = '') => done(official.get(`/api/audit${query}`));
  const newest = async () => (await trail()).entries[0];
  const countEntries = async () => (await portal.db.selectFrom('audit_entry').select('id').execute()).length;

  async function perform([method, pattern, id, body]: Step): Promise<number | undefined> {
    const url = pattern.replace(':id', String(id)).replace(':member', String(cast.members['member-A']));
    const uploads = method === 'POST' && /\/(documents|revisions)$/.test(url);
    const answer = uploads
      ? await official.upload(url, '資料９ 予算.pdf', makePaper(1, pattern))
      : await official.ask(method, url, body);
    expect(answer.status, `${method} ${url}: ${answer.text.slice(0, 300)}`).toBe(200);
    return /json/.test(String(answer.headers['content-type'])) ? answer.json().id : undefined;
  }

  test('every route by which an official changes something adds to it, once, by name', async () => {
    const { committees, meetings, documents, revisions } = cast;
    const added = await done(official.post(`/api/committees/${committees.A}/members`, memberBody));
    const left = await done(official.post(`/api/committees/${committees.A}/members`, memberBody));
    await portal.db.updateTable('member').set({ left_on: '2024-01-01' }).where('id', '=', left.id).execute();
    const bareCommittee = await done(official.post('/api/committees', committeeBody));
    const bareMeeting = await done(official.post(`/api/committees/${bareCommittee.id}/meetings`, meetingBody));
    await portal.db.updateTable('revision').set({ state: 'failed' }).where('id', '=', revisions['draft-1']!).execute();
    const steps: Step[] = [
      ['PUT', '/api/city', null, cityBody],
      ['POST', '/api/committees', null, committeeBody],
      ['PUT', '/api/committees/:id', committees.B!, { ...committeeBody, edition: 1 }],
      ['POST', '/api/committees/:id/members', committees.A!, memberBody],
      ['PUT', '/api/members/:id', added.id, { ...memberBody, name: '委員　二郎', edition: 1 }],
      [
        ...(['POST', '/api/committees/:id/reappointment', committees.A!] as const),
        { memberIds: [added.id], termFrom: '2030-01-02', termTo: '2032-01-01' },
      ],
      ['DELETE', '/api/committees/:id/reappointment', committees.A!],
      ['PUT', '/api/committees/:id/letter-sentences', committees.A!, { greeting: '', body: '', edition: 1 }],
      ['PUT', '/api/committees/:id/member-order', committees.A!, { memberIds: [added.id] }],
      ['PUT', '/api/members/:id/retirement', added.id, {}],
      ['DELETE', '/api/members/:id/retirement', added.id],
      ['DELETE', '/api/members/:id', added.id],
      ['POST', '/api/members/:id/erasure', left.id],
      ['POST', '/api/committees/:id/meetings', committees.A!, meetingBody],
      ['PUT', '/api/meetings/:id', meetings['A-draft']!, { ...meetingBody, edition: 1 }],
      ['PUT', '/api/meetings/:id/planned-publication', meetings['A-draft']!, { at: tomorrow }],
      ['DELETE', '/api/meetings/:id/planned-publication', meetings['A-draft']!],
      ['DELETE', '/api/meetings/:id', bareMeeting.id],
      ['DELETE', '/api/committees/:id', bareCommittee.id],
      ['POST', '/api/meetings/:id/documents', meetings['A-draft']!],
      ['POST', '/api/documents/:id/revisions', documents.plain!],
      ['POST', '/api/revisions/:id/retry', revisions['draft-1']!],
      ['POST', '/api/revisions/:id/taking-back', revisions['replaced-2']!],
      ['PUT', '/api/documents/:id', documents.draft!, documentBody],
      ['PUT', '/api/documents/:id/counterpart', documents.plain!, { documentId: documents.earlier }],
      ['DELETE', '/api/documents/:id/counterpart', documents.plain!],
      ['DELETE', '/api/documents/:id', documents.added!],
      ['POST', '/api/documents/:id/restoration', documents.added!],
      ['POST', '/api/meetings/:id/accepted-names', meetings['A-now']!, { documentIds: [documents.plain] }],
      ['PUT', '/api/meetings/:id/document-order', meetings['A-now']!, { documentIds: [documents.replaced] }],
      ['POST', '/api/meetings/:id/publication', meetings['A-now']!],
      ['DELETE', '/api/meetings/:id/publication', meetings['A-now']!],
      ['POST', '/api/meetings/:id/notices', meetings['A-now']!, letters],
      ['POST', '/api/meetings/:id/notices/messages', meetings['A-now']!],
      ['POST', '/api/meetings/:id/notices/message', meetings['A-now']!, { memberId: cast.members['member-A'] }],
      ['PUT', '/api/meetings/:id/replies/:member', meetings['A-now']!, reply],
      ['PUT', '/api/ledger/settings', null, { duplex: true, pagesPerSide: 1, target: 50, edition: 1 }],
      ['POST', '/api/notices/:id/revocation', cast.notices['member-A']!],
      [
        ...(['POST', '/api/comparisons/:id/corrections', cast.comparisons['earlier-1+plain-1']!] as const),
        { kind: 'page', older: 1, newer: 1 },
      ],
      ...[true, false].map((acknowledged): Step => {
        const id = cast.comparisons['earlier-1+plain-1']!;
        return ['PUT', '/api/comparisons/:id/acknowledgements', id, { keys: ['gone\n町税\n'], acknowledged }];
      }),
      ['DELETE', '/api/corrections/:id', cast.corrections['earlier-1+plain-1']!],
      [
        ...(['POST', '/api/committees/:id/register-corrections', committees.A!] as const),
        { kind: 'hidden', places: [{ documentId: documents.plain, number: '1', name: 'x', page: 1 }] },
      ],
      ['DELETE', '/api/register-corrections/:id', cast['register-corrections']['plain-1']!],
    ];
    const seen = new Set<string>();
    const stopped = await portal.db
      .insertInto('official')
      .values({ ...personBody('stop'), password_hash: 'none' })
      .returning('id')
      .executeTakeFirstOrThrow();
    steps.push(
      ['POST', '/api/officials', null, { ...personBody('new'), committeeIds: [committees.A] }],
      ['PUT', '/api/officials/:id', stopped.id, { ...personBody('other'), committeeIds: [], edition: 1 }],
      ['POST', '/api/officials/:id/invitation', stopped.id],
      ['POST', '/api/officials/:id/stop', stopped.id],
      ['DELETE', '/api/officials/:id/stop', stopped.id],
      ['PUT', '/api/passkeys/:id', cast.passkeys.administrator!, { name: '庁舎のパソコン' }],
      ['DELETE', '/api/passkeys/:id', cast.passkeys.administrator!],
    );
    await portal.db
      .updateTable('document')
      .set({ name_source: 'file_name' })
      .where('id', '=', documents.plain!)
      .execute();
    for (const step of steps) {
      const before = await countEntries();
      await perform(step);
      expect(await countEntries(), `${step[0]} ${step[1]}`).toBe(before + 1);
      const entry = await newest();
      expect(entry).toMatchObject({ actor: 'Himitsu-administrator', network: '127.0.0.1', byMember: false });
      expect(seen.has(entry.act), `${step[1]}: ${entry.act}`).toBe(false);
      seen.add(entry.act);
      if (step[2] !== null) expect(entry.subject, entry.act).not.toBe('');
    }
    const changing = portal.app.declaredRoutes
      .filter(({ method, access }) => /POST|PUT|DELETE/.test(method) && /official|administrator/.test(access))
      .map(({ method, url }) => `${method} ${url}`);
    const performed = new Set(steps.map(([method, pattern]) => `${method} ${pattern}`));
    expect([...performed, ...ofOneself, ...otherWays].sort()).toEqual(changing.sort());
    const byOthers: Act[] = ['portal-set-up', 'signed-in', 'sign-in-refused', 'signed-out', ...actsOfOneself];
    const atDoors: Act[] = ['letter-opened', 'code-refused', 'reply-given'];
    const ofPortal: Act[] = ['revision-erased', 'files-erased', 'planned-publication-failed'];
    expect([...seen, ...byOthers, ...atDoors, ...ofPortal].sort()).toEqual([...acts].sort());
  });

  test('doors: who came in, who tried, from where; neither keys nor passwords', async () => {
    const stranger = new Visitor(portal.app, {}, '192.0.2.7');
    const { id } = await portal.db
      .updateTable('official')
      .set({ password_hash: await hashPassword(administrator.password) })
      .where('name', '=', 'Himitsu-administrator')
      .returning('id')
      .executeTakeFirstOrThrow();
    const wrong = { email: 'administrator@example.jp', password: 'まちがった-ことば-12' };
    expect((await stranger.post('/api/session', wrong)).status).toBe(401);
    expect(await newest()).toMatchObject({ act: 'sign-in-refused', actor: '', network: '192.0.2.7' });
    expect((await newest()).subject).toBe('Himitsu-administrator');
    expect((await stranger.post('/api/session', { ...wrong, email: administrator.email })).status).toBe(401);
    expect(await newest()).toMatchObject({ act: 'sign-in-refused', subject: '' });
    expect((await stranger.post('/api/codes', { code: 'ABCD-2345' })).status).toBe(404);
    expect(await newest()).toMatchObject({ act: 'code-refused', network: '192.0.2.7' });
    const member = cast.members['member-A-short']!;
    const issued = await issueKey(portal, cast.meetings['A-earlier']!, member);
    expect((await stranger.get(`/M/${issued.key}`)).status).toBe(303);
    expect(await newest()).toMatchObject({ act: 'letter-opened', actor: 'Himitsu-member-A-short', byMember: true });
    expect(
      (await trail(`?official=${id}`)).entries.every((entry: { actor: string }) => /admin/.test(entry.actor)),
    ).toBe(true);
    const all = JSON.stringify(await portal.db.selectFrom('audit_entry').selectAll().execute());
    for (const secret of [issued.key, issued.code, wrong.password, 'ABCD2345', 'ABCD-2345'])
      expect(all).not.toContain(secret);
  });

  test('what failed left no entry, and no entry can be changed or taken away', async () => {
    const before = await countEntries();
    expect((await official.put('/api/members/999999', { ...memberBody, edition: 1 })).status).toBe(404);
    expect((await official.post(`/api/notices/${cast.notices['member-A']}/revocation`)).status).toBe(404);
    expect(await countEntries()).toBe(before);
    const { pool } = database();
    for (const statement of [
      `update audit_entry set actor = 'x'`,
      'delete from audit_entry',
      'truncate audit_entry',
      `update audit_entry set at = now() where id = (select min(id) from audit_entry)`,
    ])
      await expect(pool.query(statement), statement).rejects.toThrow('the audit trail is only added to');
    expect(await countEntries()).toBe(before);
  });

  test('it is found by words, act, person and day, page by page, and as a table', async () => {
    const uploaded = (await trail('?act=document-uploaded')).entries;
    expect(uploaded).toHaveLength(1);
    expect(uploaded[0]).toMatchObject({ detail: { file: '資料９ 予算.pdf' }, committeeName: '委員会A' });
    expect((await trail(`?words=${encodeURIComponent('資料９')}`)).entries.length).toBeGreaterThanOrEqual(2);
    expect((await trail('?words=%25')).entries).toEqual([]);
    expect((await trail('?to=2001-01-01')).entries).toEqual([]);
    expect((await trail('?from=2001-01-01')).entries.length).toBeGreaterThan(20);
    const all = (await trail()).entries;
    const later = (await trail(`?before=${all[4].id}`)).entries;
    expect(later).toEqual(all.slice(5));
    const table = await official.get('/api/audit.csv?act=document-uploaded');
    expect(table.headers['content-type']).toMatch(/text\/csv/);
    expect(table.text.split('\r\n')[1]).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,資料の登録,Himitsu-administrator,,127\.0\.0\.1,委員会A,会議　.*,ファイル：資料９ 予算\.pdf$/,
    );
  });
});
