import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Found, Hits, SpokenPlaces } from '../../../contract/search.ts';
import { gramsOfText } from '../../../domain/search/grams.ts';
import { readQuery } from '../../../domain/search/query.ts';
import { findPages } from '../../../server/features/search/find-pages.ts';
import { indexRevision, planIndexing } from '../../../server/features/search/index-revision.ts';
import { describeWithDatabase } from '../../database.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import type { Visitor } from '../../visitor.ts';
import { createCommittee, createMeeting, createMember, done, issueKey, openLetter, setUpCity } from '../city.ts';

const published = new Date('2024-01-01T00:00:00Z');

describeWithDatabase('search', (database) => {
  let portal: TestApp;
  let official: Visitor;
  let member: Visitor;
  let committee: number;
  let today: number;
  let earlier: number;
  const revisions: Record<string, number> = {};

  beforeAll(async () => {
    portal = await openTestApp(database(), { idle: true });
    official = await setUpCity(portal);
    committee = await createCommittee(official, '行財政改革懇談会');
    const other = await createCommittee(official, '総務委員会');
    earlier = await createMeeting(official, committee, '2023-07-01');
    today = await createMeeting(official, committee, '2024-07-01');
    const foreign = await createMeeting(official, other, '2024-07-02');
    const person = await createMember(official, committee, '委員　花子');
    await portal.db.updateTable('meeting').set({ published_at: published }).execute();
    await insertPaper('last', earlier, '1', [['國民健康保險の予算', '令和５年度']]);
    await insertPaper(
      'first',
      today,
      '1',
      [['国民健康保険の予', '算と決算'], ['公共施設の再編'], ['予算　個別施設計画']],
      ['', '9', '10'],
    );
    await insertPaper('second', today, '2', [['サーバーの予算']], ['1']);
    await insertPaper('foreign', foreign, '1', [['総務の予算、ひみつ']]);
    await insertRevision('hidden', 'second', 2, [['まだ公開しない予算']], null);
    member = await openLetter(portal, (await issueKey(portal, today, person)).key);
  });
  afterAll(() => portal.close());

  const documents: Record<string, number> = {};

  async function insertPaper(name: string, meeting: number, number: string, pages: string[][], labels: string[] = []) {
    const series = await portal.db
      .insertInto('series')
      .values({ committee_id: committee, title: name })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id } = await portal.db
      .insertInto('document')
      .values({
        ...{ meeting_id: meeting, agenda_item_id: null, series_id: series.id, kind: 'material', number },
        ...{ title: `${name}の資料`, position: Number(number) },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    documents[name] = id;
    await insertRevision(name, name, 1, pages, published, labels);
  }

  async function insertRevision(
    name: string,
    document: string,
    number: number,
    pages: string[][],
    publishedAt: Date | null,
    labels: string[] = [],
  ) {
    const { id } = await portal.db
      .insertInto('revision')
      .values({
        ...{ document_id: documents[document]!, number, sha256: name, file_name: 'a.pdf', byte_size: 1 },
        ...{ state: 'ready', failure: null, page_count: pages.length, uploaded_by: null, published_at: publishedAt },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    revisions[name] = id;
    for (const [index, lines] of pages.entries()) {
      const stored = lines.map((text, line) => ({ text, box: [50, 20 * line, 300, 20 * line + 10], vertical: false }));
      await portal.db
        .insertInto('page')
        .values({
          ...{ revision_id: id, number: index + 1, width: 595, height: 842, label: labels[index] || null },
          ...{ scanned: false, text: lines.join('\n'), lines: JSON.stringify(stored) },
          ...{ content_sha256: name, large_sha256: name, small_sha256: name },
        })
        .execute();
    }
    await indexRevision(portal.db, { revisionId: id });
  }

  const search = async (visitor: Visitor, words: string, more: Record<string, string> = {}): Promise<Found> =>
    done(visitor.get(`/api/search?${new URLSearchParams({ words, ...more })}`));
  const places = ({ documents: found }: Found) =>
    found.flatMap(({ title, pages }) => pages.map(({ page }) => `${title.replace('の資料', '')} ${page}`));

  test('two characters, over a line break, in old and new forms; the newest version first, each line marked', async () => {
    const found = await search(member, '予算');
    expect(places(found)).toEqual(['second 1', 'first 1', 'first 3', 'last 1']);
    expect(found).toMatchObject({ count: 4, next: null });
    expect(found.documents[1]!.pages[0]!.lines).toEqual([
      { text: '国民健康保険の予', box: [50, 0, 300, 10], marks: [{ from: 7, to: 8 }], row: null },
      { text: '算と決算', box: [50, 20, 300, 30], marks: [{ from: 0, to: 1 }], row: null },
    ]);
    expect(places(await search(member, '国民健康保険'))).toEqual(['first 1', 'last 1']);
    expect(places(await search(member, '國民健康保險'))).toEqual(['first 1', 'last 1']);
    expect(places(await search(member, 'ｻｰﾊﾞ'))).toEqual(['second 1']);
    expect(places(await search(member, '編'))).toEqual(['first 2']);
  });

  test('several words stand on one page; nothing is said of words that stand nowhere', async () => {
    expect(places(await search(member, '予算　個別'))).toEqual(['first 3']);
    expect(await search(member, '予算　公共')).toMatchObject({ documents: [], count: 0 });
    expect(await search(member, '、　')).toMatchObject({ documents: [], count: 0 });
  });

  test('by committee, fiscal year and kind', async () => {
    expect(places(await search(member, '予算', { year: '2023' }))).toEqual(['last 1']);
    expect(places(await search(official, '予算', { committee: String(committee), year: '2024' }))).toEqual([
      ...['second 1', 'first 1', 'first 3'],
    ]);
    expect(places(await search(member, '予算', { kind: 'agenda' }))).toEqual([]);
    expect(await search(member, '予算')).toMatchObject({
      committees: [{ name: '行財政改革懇談会' }],
      years: [2024, 2023],
    });
  });

  test('nothing of what one may not read, not even a count', async () => {
    expect(await search(member, 'ひみつ')).toMatchObject({ documents: [], count: 0, next: null });
    expect(await search(member, 'まだ公開')).toMatchObject({ documents: [], count: 0 });
    expect(await search(official, 'ひみつ')).toMatchObject({ count: 1 });
    expect(places(await search(official, 'まだ公開'))).toEqual(['second 1']);
    // the version that members read is not the newest: officials search the one they are shown
    expect(places(await search(official, 'サーバ'))).toEqual([]);
    expect((await member.get(`/api/revisions/${revisions.hidden}/hits?words=予算`)).status).toBe(404);
  });

  test('page by page to the end, each once', async () => {
    await insertPaper(
      'long',
      earlier,
      '7',
      Array.from({ length: 45 }, (_, index) => [`第${index}章　長い計画`]),
    );
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const found: Found = await search(member, '長い計画', next ? { after: next } : {});
      expect(found.count).toBe(45);
      seen.push(...places(found));
      next = found.next;
    } while (next);
    expect(seen).toEqual(Array.from({ length: 45 }, (_, index) => `long ${index + 1}`));
  });

  describe('words that stand on more pages than are counted', () => {
    const most = 2300;

    beforeAll(async () => {
      await insertPaper('older', earlier, '8', []);
      await insertPaper('newer', earlier, '9', []);
      const text = { older: '資料の基金残高', newer: '資料の一覧' };
      for (const [name, words] of Object.entries(text)) {
        await sql`insert into page_search (revision_id, page, text, grams)
          select ${revisions[name]!}::int, page, ${words}, ${sql.val(gramsOfText(words))}::int4[]
          from generate_series(1, ${most}::int) as page`.execute(portal.db);
      }
    });
    afterAll(async () => {
      for (const name of ['older', 'newer'])
        await portal.db.deleteFrom('page_search').where('revision_id', '=', revisions[name]!).execute();
    });

    const find = async (words: string, after: [string, number] | null) => {
      const allowed = [revisions.older!, revisions.newer!];
      const place = after && { revisionId: revisions[after[0]]!, page: after[1] };
      const { places, count } = await findPages(portal.db, allowed, readQuery(words), { limit: 2, after: place });
      const nameOf = (id: number) => Object.keys(revisions).find((name) => revisions[name] === id);
      return `${count}: ${places.map(({ revisionId, page }) => `${nameOf(revisionId)} ${page}`).join(', ')}`;
    };

    test.each([
      ['資料', null, '1001: newer 1, newer 2'],
      ['資料', ['newer', most - 1], '1001: newer 2300, older 1'],
      ['資料の一覧', ['newer', 7], '1001: newer 8, newer 9'],
      ['基金', null, '1001: older 1, older 2'],
      ['基金残高', null, '1001: older 1, older 2'],
      ['基金残高', ['older', most - 1], '1001: older 2300'],
      ['基金残高', ['older', most], '1001: '],
      ['基金残高 一覧', null, '0: '],
    ] as const)('%s after %s', async (words, after, found) => {
      expect(await find(words, after && [...after])).toBe(found);
    });
  });

  test('in one paper, in the order of its pages', async () => {
    const hits: Hits = await done(member.get(`/api/revisions/${revisions.first}/hits?words=予算`));
    expect(hits.pages.map(({ page, lines }) => [page, lines.length])).toEqual([
      [1, 2],
      [3, 1],
    ]);
  });

  test('what was folded in another way is indexed anew, once', async () => {
    await portal.db.updateTable('revision').set({ search_version: 0 }).where('id', '=', revisions.last!).execute();
    const queued: number[] = [];
    await planIndexing(portal.db, async (...job) => {
      if (job[0] === 'index-revision') queued.push(job[1].revisionId);
      return null;
    });
    expect(queued).toEqual([revisions.last]);
    await indexRevision(portal.db, { revisionId: revisions.last! });
    expect(places(await search(member, '令和5年度'))).toEqual(['last 1']);
  });

  describe('what people say', () => {
    const say = async (said: string, open?: string): Promise<SpokenPlaces['places']> => {
      const where = open ? { document: String(documents[open]) } : { meeting: String(today) };
      const query = new URLSearchParams({ said, ...where });
      return (await done(member.get(`/api/places?${query}`))).places;
    };

    test('a page by its printed number, in today’s meeting first', async () => {
      expect(await say('資料１の９ページ')).toEqual([
        {
          ...{ documentId: documents.first, revisionId: revisions.first, kind: 'material', number: '1' },
          ...{ title: 'firstの資料', fiscalYear: 2024, page: 2, label: '9', heading: null, fit: 'said' },
        },
      ]);
      expect(await say('資料七の三ページ')).toMatchObject([{ documentId: documents.long, page: 3, fit: 'counted' }]);
      expect(await say('1ページ', 'second')).toMatchObject([{ documentId: documents.second, page: 1, fit: 'said' }]);
    });

    test('of the year before, by its own name or that of the open paper', async () => {
      expect(await say('昨年の資料１')).toMatchObject([{ documentId: documents.last, page: 1, fiscalYear: 2023 }]);
      // also from the paper of the year before: what is said is said of today's
      expect(await say('昨年の資料１', 'last')).toMatchObject([{ documentId: documents.last }]);
      expect(await say('資料１の９ページ', 'last')).toMatchObject([{ documentId: documents.first, page: 2 }]);
      expect(await say('1ページ', 'last')).toMatchObject([{ documentId: documents.last, page: 1 }]);
      expect(await say('昨年の1ページ', 'first')).toMatchObject([{ documentId: documents.last, page: 1 }]);
    });

    test('an initiative by its number', async () => {
      const place = { page: 3, box: [0, 0, 1, 1], confidence: 1, doubts: [] };
      const initiative = { ...place, number: '№３－７', name: '個別施設計画', lastPage: 3, source: 'sheet' };
      const none = {
        group: null,
        department: null,
        indicator: null,
        target: null,
        result: null,
        state: null,
        effect: null,
      };
      await portal.db
        .insertInto('initiative_reading')
        .values({
          ...{ revision_id: revisions.first!, state: 'ready', reader_version: 1, read_at: published },
          ...{ meeting_year: 2024, fiscal_year: 2024, initiatives: JSON.stringify([{ ...initiative, ...none }]) },
        })
        .execute();
      expect(await say('ナンバー三の七')).toMatchObject([{ page: 3, label: '10', heading: '№３－７ 個別施設計画' }]);
    });

    test('nothing of a meeting that one may not read', async () => {
      const hidden = await createMeeting(official, committee, '2024-08-01');
      expect((await member.get(`/api/places?meeting=${hidden}&said=1`)).status).toBe(404);
      expect((await member.get(`/api/places?document=${documents.foreign}&said=1`)).status).toBe(404);
      expect((await done(member.get('/api/places?said=資料２'))).places).toMatchObject([
        { documentId: documents.second },
      ]);
      expect((await done(official.get('/api/places?said=資料２'))).places).toEqual([]);
    });
  });
});
