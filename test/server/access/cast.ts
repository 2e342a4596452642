import sharp from 'sharp';
import { newToken } from '../../../server/http/session-cookies.ts';
import { makePaper } from '../../pdf.ts';
import type { TestApp } from '../../portal.ts';
import { Visitor } from '../../visitor.ts';
import { insertAccount } from './account.ts';

/** Everything that a secret of ours says, so that an answer can be searched for it: each row has its own word. */
export const secretWord = (name: string) => `Himitsu-${name}`;

const future = new Date('2099-01-01T00:00:00Z');
const past = new Date('2020-01-01T00:00:00Z');
const term = { from: '2022-04-01', to: '2098-03-31' };

export interface Row {
  id: number;
  name: string;
}

/** Rows by what they are for, and who may come to see them. */
export interface Cast {
  committees: Record<string, number>;
  meetings: Record<string, number>;
  documents: Record<string, number>;
  revisions: Record<string, number>;
  members: Record<string, number>;
  notices: Record<string, number>;
  comparisons: Record<string, number>;
  corrections: Record<string, number>;
  'register-corrections': Record<string, number>;
  officials: Record<string, number>;
  passkeys: Record<string, number>;
  sessions: Record<string, number>;
  visitors: Record<string, Visitor>;
}

/** Two committees with everything that one may or may not see. */
export async function makeCast(portal: TestApp): Promise<Cast> {
  const { db, files, app } = portal;
  const cast: Cast = {
    committees: {},
    meetings: {},
    documents: {},
    revisions: {},
    members: {},
    notices: {},
    comparisons: {},
    corrections: {},
    'register-corrections': {},
    officials: {},
    passkeys: {},
    sessions: {},
    visitors: {},
  };
  const pdf = await files.put(makePaper(2, 'Secret'));
  const grey = { create: { width: 60, height: 84, channels: 3 as const, background: '#eeeeee' } };
  const picture = await files.put(await sharp(grey).webp().toBuffer());
  let positions = 0;

  await db.insertInto('city').values({ id: 1, name: 'あおば市' }).execute();
  const insertOfficial = async (name: string, role: 'administrator' | 'secretariat', committee?: string) => {
    const values = { email: `${name}@example.jp`, name: secretWord(name), password_hash: 'none', role };
    const { id } = await db.insertInto('official').values(values).returning('id').executeTakeFirstOrThrow();
    if (committee !== undefined)
      await db
        .insertInto('committee_official')
        .values({ committee_id: cast.committees[committee]!, official_id: id })
        .execute();
    cast.visitors[name] = await signedIn({ official_id: id, notice_id: null }, 'kurabe_official');
    cast.officials[name] = id;
    await insertAccount(portal, cast, name);
  };
  const signedIn = async (who: { official_id: number | null; notice_id: number | null }, cookie: string) => {
    const { token, tokenHash } = newToken();
    await db
      .insertInto('session')
      .values({ ...who, token_hash: tokenHash, expires_at: future })
      .execute();
    const visitor = new Visitor(app);
    visitor.cookies.set(cookie, token);
    return visitor;
  };
  const insertCommittee = async (name: string) => {
    const { id } = await db
      .insertInto('committee')
      .values({ name: `委員会${name}`, department: '総務課', phone: '000-000-0000' })
      .returning('id')
      .executeTakeFirstOrThrow();
    cast.committees[name] = id;
  };
  const insertMeeting = async (name: string, committee: string, heldOn: string, published: boolean) => {
    const { id } = await db
      .insertInto('meeting')
      .values({
        committee_id: cast.committees[committee]!,
        title: secretWord(name),
        held_on: heldOn,
        fiscal_year: 2024,
        starts_at: '10:00',
        ends_at: null,
        published_at: published ? past : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db.insertInto('agenda_item').values({ meeting_id: id, position: 0, title: '報告' }).execute();
    cast.meetings[name] = id;
  };
  /** `revisions` says of each whether it is published. */
  const insertDocument = async (name: string, meeting: string, revisions: boolean[], withdrawn = false) => {
    const { committee_id } = await db
      .selectFrom('meeting')
      .select('committee_id')
      .where('id', '=', cast.meetings[meeting]!)
      .executeTakeFirstOrThrow();
    const series = await db
      .insertInto('series')
      .values({ committee_id, title: secretWord(name) })
      .returning('id')
      .executeTakeFirstOrThrow();
    const document = await db
      .insertInto('document')
      .values({
        meeting_id: cast.meetings[meeting]!,
        agenda_item_id: null,
        series_id: series.id,
        kind: 'material',
        title: secretWord(name),
        position: positions++,
        withdrawn_at: withdrawn ? past : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    cast.documents[name] = document.id;
    for (const [index, published] of revisions.entries()) {
      const revision = await db
        .insertInto('revision')
        .values({
          document_id: document.id,
          number: index + 1,
          sha256: pdf.sha256,
          file_name: `${secretWord(`${name}-${index + 1}`)}.pdf`,
          byte_size: pdf.size,
          state: 'ready',
          failure: null,
          page_count: 1,
          uploaded_by: null,
          published_at: published ? past : null,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      cast.revisions[`${name}-${index + 1}`] = revision.id;
      await db
        .insertInto('page')
        .values({
          revision_id: revision.id,
          number: 1,
          width: 595,
          height: 842,
          label: null,
          scanned: false,
          text: secretWord(`${name}-${index + 1}`),
          lines: JSON.stringify([{ text: secretWord(`${name}-${index + 1}`), box: [0, 0, 9, 9], vertical: false }]),
          content_sha256: pdf.sha256,
          large_sha256: picture.sha256,
          small_sha256: picture.sha256,
        })
        .execute();
    }
  };
  const insertMember = async (name: string, committee: string, meeting: string, changes: MemberChanges = {}) => {
    const { id } = await db
      .insertInto('member')
      .values({
        committee_id: cast.committees[committee]!,
        name: secretWord(name),
        term_from: changes.from ?? term.from,
        term_to: changes.to ?? term.to,
        left_on: changes.leftOn ?? null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    cast.members[name] = id;
    const notice = await db
      .insertInto('notice')
      .values({
        meeting_id: cast.meetings[meeting]!,
        member_id: id,
        key_hash: `key of ${name}`,
        code_hash: `code of ${name}`,
        expires_at: changes.expiresAt ?? future,
        code_expires_at: future,
        revoked_at: changes.revokedAt ?? null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    cast.notices[name] = notice.id;
    cast.visitors[name] = await signedIn({ official_id: null, notice_id: notice.id }, 'kurabe_member');
  };

  await insertCommittee('A');
  await insertCommittee('B');
  await insertMeeting('A-earlier', 'A', '2021-07-01', true);
  await insertMeeting('A-now', 'A', '2024-07-01', true);
  await insertMeeting('A-later', 'A', '2097-07-01', true);
  await insertMeeting('A-draft', 'A', '2024-08-01', false);
  await insertMeeting('B-now', 'B', '2024-07-02', true);
  await insertDocument('earlier', 'A-earlier', [true]);
  await insertDocument('plain', 'A-now', [true]);
  await insertDocument('replaced', 'A-now', [true, true]);
  await insertDocument('pending', 'A-now', [true, false]);
  await insertDocument('added', 'A-now', [false]);
  await insertDocument('withdrawn', 'A-now', [true], true);
  await insertDocument('later', 'A-later', [true]);
  await insertDocument('draft', 'A-draft', [true]);
  await insertDocument('foreign', 'B-now', [true]);
  await insertOfficial('administrator', 'administrator');
  await insertOfficial('secretariat-A', 'secretariat', 'A');
  await insertOfficial('secretariat-none', 'secretariat');
  await insertMember('member-A', 'A', 'A-now');
  await insertMember('member-A-short', 'A', 'A-now', { to: '2096-12-31' });
  await insertMember('member-A-ended', 'A', 'A-now', { to: '2024-12-31' });
  await insertMember('member-A-left', 'A', 'A-now', { leftOn: '2024-07-15' });
  await insertMember('member-A-revoked', 'A', 'A-now', { revokedAt: past });
  await insertMember('member-A-expired', 'A', 'A-now', { expiresAt: past });
  await insertMember('member-B', 'B', 'B-now');
  cast.visitors.nobody = new Visitor(app);
  cast.visitors['forged-cookie'] = new Visitor(app, { cookie: 'kurabe_official=1; kurabe_member=1' });
  cast.visitors['both-as-member'] = both('secretariat-A', 'member-B', 'member');
  cast.visitors['both-as-official'] = both('secretariat-A', 'member-B', 'official');
  return cast;

  function both(official: string, member: string, door: string): Visitor {
    const visitor = new Visitor(app, { 'x-kurabe-door': door });
    for (const name of [official, member])
      for (const [key, token] of cast.visitors[name]!.cookies) visitor.cookies.set(key, token);
    return visitor;
  }
}

interface MemberChanges {
  from?: string;
  to?: string;
  leftOn?: string;
  revokedAt?: Date;
  expiresAt?: Date;
}
