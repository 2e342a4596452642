import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ComparedLine, Comparison } from '../../../contract/comparisons.ts';
import type { DocumentNotes, EditedNotes, Note, NoteEdit, OwnNotes } from '../../../contract/notes.ts';
import { movedContent } from '../../../domain/notes/place-notes.ts';
import { printMadePaper } from '../../../scripts/bench/print-made-paper.ts';
import { deleteErasedNotes } from '../../../server/features/notes/delete-notes.ts';
import { readPdf } from '../../../server/pdf/process-pdf.ts';
import { describeWithDatabase } from '../../database.ts';
import { makePdf } from '../../pdf.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import type { Visitor } from '../../visitor.ts';
import {
  createCommittee,
  createMeeting,
  createMember,
  done,
  issueKey,
  openLetter,
  setUpCity,
  untilSettled,
  upload,
} from '../city.ts';
import { usePdfFolder } from '../pdf/pdf-files.ts';

describeWithDatabase('notes of a member', (database) => {
  const keep = usePdfFolder();
  let portal: TestApp;
  let official: Visitor;
  let committee: number;
  let meeting: number;
  let member: number;
  let documentId: number;
  let revisionId: number;
  let tablet: Visitor;
  let phone: Visitor;

  beforeAll(async () => {
    portal = await openTestApp(database());
    official = await setUpCity(portal);
    committee = await createCommittee(official);
    meeting = await createMeeting(official, committee, '2023-06-01');
    const paper = await printMadePaper(2, 2022);
    ({ documentId, revisionId } = await upload(official, meeting, '資料１　予算説明書.pdf', paper));
    await untilSettled(official, documentId);
    await done(official.post(`/api/meetings/${meeting}/publication`));
    member = await createMember(official, committee, '髙橋　花子');
    tablet = await openLetter(portal, (await issueKey(portal, meeting, member)).key);
    phone = await openLetter(portal, (await issueKey(portal, meeting, member)).key);
  }, 60_000);
  afterAll(() => portal.close());

  const memo = (words: string, changes: Partial<NoteEdit> = {}): NoteEdit => ({
    ...{ id: randomUUID(), editId: randomUUID(), base: 0, documentId, revisionId, page: 3, erased: false },
    ...{ content: { kind: 'text', x: 0.2, y: 0.3, words }, writtenAt: new Date().toISOString(), ...changes },
  });
  const again = (edit: NoteEdit, base: number, words: string, changes: Partial<NoteEdit> = {}) =>
    memo(words, { id: edit.id, base, ...changes });
  const save = async (visitor: Visitor, ...edits: NoteEdit[]) =>
    ((await done(visitor.put('/api/notes', { edits }))) as EditedNotes).edits.map(({ outcome }) => outcome);
  const read = async (visitor: Visitor, query = ''): Promise<Note[]> =>
    ((await done(visitor.get(`/api/documents/${documentId}/notes${query}`))) as DocumentNotes).notes;
  const wordsIn = (notes: readonly { content: Note['content'] }[]) =>
    notes.flatMap(({ content }) => ('words' in content ? [content.words] : []));
  const clear = () => portal.db.deleteFrom('note').execute();

  test('what is sent twice is written once, and every device reads it', async () => {
    await clear();
    const edit = memo('増えた理由をきく');
    expect(await save(tablet, edit)).toEqual(['store']);
    expect(await save(tablet, edit)).toEqual(['nothing']);
    expect(wordsIn(await read(phone))).toEqual(['増えた理由をきく']);
  });

  test('notes of one moment stay in one order, whichever of them the database comes to first', async () => {
    await clear();
    const writtenAt = new Date().toISOString();
    const edits = Array.from({ length: 4 }, (_, index) => memo(`${index}番目`, { writtenAt }));
    await save(tablet, ...edits);
    const order = async () => [(await read(tablet)).map(({ id }) => id), await listedIds()];
    const listedIds = async () =>
      ((await done(tablet.get('/api/notes'))) as OwnNotes).documents.flatMap(({ notes }) => notes.map(({ id }) => id));
    const before = await order();
    const rows = await portal.db.deleteFrom('note').returningAll().execute();
    const content = (row: (typeof rows)[number]) => ({ ...row, content: JSON.stringify(row.content) });
    const reversed = rows.sort((a, b) => (a.id < b.id ? 1 : -1)).map(content);
    await portal.db.insertInto('note').values(reversed).execute();
    expect(await order()).toEqual(before);
    expect(before[0]).toHaveLength(4);
  });

  test('two devices that write at once lose nothing', async () => {
    await clear();
    const edit = memo('はじめ');
    await save(tablet, edit);
    const [fromTablet, fromPhone] = [again(edit, 1, '画面で'), again(edit, 1, '電話で')];
    const outcomes = await Promise.all([save(tablet, fromTablet), save(phone, fromPhone)]);
    expect(outcomes.flat().sort()).toEqual(['aside', 'store']);
    expect(wordsIn(await read(tablet)).sort()).toEqual(['画面で', '電話で']);
    // a device that missed the answer sends again
    await Promise.all([save(tablet, fromTablet), save(phone, fromPhone)]);
    expect(wordsIn(await read(tablet))).toHaveLength(2);
    await Promise.all(Array.from({ length: 20 }, (_, index) => save(index % 2 ? tablet : phone, memo(`${index}番目`))));
    expect(await read(tablet)).toHaveLength(22);
  });

  test('what was erased comes back when it is undone, until it is gone for good', async () => {
    await clear();
    const edit = memo('消す');
    await save(tablet, edit, again(edit, 1, '消す', { erased: true }));
    expect(await read(tablet)).toEqual([]);
    expect(await save(tablet, again(edit, 2, '消す'))).toEqual(['store']);
    expect(wordsIn(await read(tablet))).toEqual(['消す']);
    await save(tablet, again(edit, 3, '消す', { erased: true }));
    await deleteErasedNotes(portal.db, Date.now() + 31 * 24 * 60 * 60 * 1000);
    const [row] = await portal.db.selectFrom('note').selectAll().execute();
    expect(row?.content).toBeNull();
  });

  test('deleting for good leaves no word, and a device that was away does not bring it back', async () => {
    await clear();
    const [edit, other] = [memo('秘密のことば'), memo('残す')];
    await save(tablet, edit, other);
    expect(await done(phone.post('/api/notes/deletion', { ids: [edit.id] }))).toEqual({ deleted: 1 });
    expect(await save(tablet, again(edit, 1, 'もう一度'))).toEqual(['nothing']);
    expect(wordsIn(await read(tablet))).toEqual(['残す']);
    const rows = await portal.db.selectFrom('note').selectAll().execute();
    expect(JSON.stringify(rows)).not.toMatch(/秘密|もう一度/);
  });

  test('the paper is given with the own notes drawn on it, and to nobody else', async () => {
    await clear();
    await save(tablet, memo('ここをきく'));
    const printed = await tablet.get(`/api/documents/${documentId}/notes.pdf`);
    expect(printed.headers['content-disposition']).toContain(encodeURIComponent('書き込み入り'));
    const { pages } = await readPdf(await keep('noted.pdf', printed.bytes));
    expect(pages[2]!.characters.map(({ text }) => text).join('')).toContain('ここをきく');
    const neighbour = await createMember(official, committee, '佐藤　一郎');
    const other = await openLetter(portal, (await issueKey(portal, meeting, neighbour)).key);
    expect((await other.get(`/api/documents/${documentId}/notes.pdf`)).status).toBe(404);
    expect((await official.get(`/api/documents/${documentId}/notes.pdf`)).status).toBe(401);
  });

  test('nobody else reads, changes or deletes them', async () => {
    await clear();
    const edit = memo('わたしだけ');
    await save(tablet, edit);
    const neighbour = await createMember(official, committee, '山田　太郎');
    const other = await openLetter(portal, (await issueKey(portal, meeting, neighbour)).key);
    expect(await read(other)).toEqual([]);
    expect(await save(other, again(edit, 1, '書きかえ'))).toEqual(['nothing']);
    expect(await save(other, { ...memo('同じ番号'), id: edit.id })).toEqual(['refused']);
    expect(await done(other.post('/api/notes/deletion', { ids: [edit.id] }))).toEqual({ deleted: 0 });
    expect(wordsIn(await read(tablet))).toEqual(['わたしだけ']);
    for (const url of ['/api/notes', `/api/documents/${documentId}/notes`])
      expect((await official.get(url)).status).toBe(401);
    const readByOfficial = await official.get(`/api/documents/${documentId}`);
    expect(readByOfficial.text).not.toContain('わたしだけ');
  });

  test('a paper that may not be read is not written on; what was written on one stays when it is withdrawn', async () => {
    await clear();
    await save(tablet, memo('取り下げの前'));
    expect(await save(tablet, memo('ない版', { revisionId: revisionId + 1000 }))).toEqual(['refused']);
    await done(official.delete(`/api/documents/${documentId}`));
    expect((await tablet.get(`/api/documents/${documentId}/notes`)).status).toBe(404);
    const { documents } = (await done(tablet.get('/api/notes'))) as OwnNotes;
    expect(documents).toMatchObject([{ paper: null, pages: [] }]);
    expect(wordsIn(documents[0]!.notes)).toEqual(['取り下げの前']);
    await done(official.post(`/api/documents/${documentId}/restoration`));
  });

  test('a new letter, a new term and another device have them all the same', async () => {
    await clear();
    await save(tablet, memo('昨年の書き込み'));
    const next = await createMeeting(official, committee, '2024-06-01');
    await done(
      official.post(`/api/committees/${committee}/reappointment`, {
        ...{ memberIds: [member], termFrom: '2098-04-01', termTo: '2099-03-31' },
      }),
    );
    await portal.db.updateTable('meeting').set({ published_at: new Date() }).where('id', '=', next).execute();
    const later = await openLetter(portal, (await issueKey(portal, next, member)).key);
    expect(wordsIn(await read(later))).toEqual(['昨年の書き込み']);
  });

  test('when the paper is replaced, notes go with their line; the rest is listed with the page it was on', async () => {
    await clear();
    const replacement = await printMadePaper(2, 2023);
    const { revisionId: replaced } = await done(
      official.upload(`/api/documents/${documentId}/revisions`, '資料１　予算説明書.pdf', replacement),
    );
    await untilSettled(official, documentId);
    const comparison = await untilCompared(replaced);
    const document = await done(official.get(`/api/documents/${documentId}?revision=${revisionId}`));
    const lines: ComparedLine[] = [];
    for (const { number } of document.pages) {
      const query = `side=older&page=${number}`;
      lines.push(...(await done(official.get(`/api/comparisons/${comparison.id}/lines?${query}`))).lines);
    }
    const { width, height } = document.pages[0];
    const rows = lines.filter(({ kind }) => kind === 'row');
    expect(rows.filter(({ other }) => other).length).toBeGreaterThan(20);
    expect(rows.some(({ other }) => !other)).toBe(true);
    const edits = rows.map(({ place }) => {
      const [left = 0, top = 0, , bottom = 0] = place.box;
      const at = { x: (left + 3) / width, y: (top + bottom) / 2 / height };
      return memo(place.label, { page: place.page, content: { kind: 'text', ...at, words: place.label } });
    });
    for (let start = 0; start < edits.length; start += 100) await save(tablet, ...edits.slice(start, start + 100));
    await done(official.post(`/api/meetings/${meeting}/publication`));

    const notes = await read(tablet);
    expect(notes).toHaveLength(rows.length);
    const byId = new Map(notes.map((note) => [note.id, note]));
    for (const [index, { other }] of rows.entries()) {
      const note = byId.get(edits[index]!.id)!;
      expect(note.place).toBe(other ? 'moved' : 'unplaced');
      if (!other) continue;
      expect(note.placement!.page).toBe(other.page);
      const moved = movedContent(note.content, note.placement!) as { y: number };
      expect(moved.y * height).toBeGreaterThan(other.box[1]!);
      expect(moved.y * height).toBeLessThan(other.box[3]!);
    }
    const own = (await done(tablet.get('/api/notes'))) as OwnNotes;
    const lost = own.documents[0]!.notes.find(({ place }) => place === 'unplaced')!;
    expect(own.documents[0]!.pages).toContainEqual(
      expect.objectContaining({ revisionId: lost.revisionId, number: lost.page }),
    );
    // the page it was on follows the paper when that is saved with its notes
    const saved = await tablet.get(`/api/documents/${documentId}/notes.pdf`);
    const { pages } = await readPdf(await keep('replaced.pdf', saved.bytes));
    const lostPages = new Set(notes.filter(({ place }) => place === 'unplaced').map(({ page }) => page));
    expect(pages).toHaveLength(document.pages.length + lostPages.size);
    // one of them is laid by hand on the new version, and stands there on every device
    const content = { ...(lost.content as { kind: 'text'; x: number; y: number; words: string }), x: 0.5, y: 0.5 };
    const { id, version } = byId.get(lost.id)!;
    await save(tablet, memo('', { id, base: version, revisionId: replaced, page: 2, content }));
    expect((await read(phone)).find((note) => note.id === id)).toMatchObject({ place: 'here', page: 2, content });
    await save(tablet, memo('', { id, base: version + 1, revisionId, page: lost.page, content: lost.content }));
    expect((await read(tablet, `?revision=${revisionId}`)).every(({ place }) => place === 'here')).toBe(true);
  });

  test('what comes late, written on a version that was replaced twice since, goes with its line too', async () => {
    const paper = (more: number) => makePdf({ pages: ['One', 'Two', ...Array<string>(more).fill('More')] });
    const first = await upload(official, meeting, '資料９　三つの版.pdf', paper(0));
    await done(official.post(`/api/meetings/${meeting}/publication`));
    const replace = async (more: number) => {
      await done(official.upload(`/api/documents/${first.documentId}/revisions`, 'new.pdf', paper(more)));
      await untilSettled(official, first.documentId);
    };
    await replace(1);
    await replace(2);
    await done(official.post(`/api/meetings/${meeting}/publication`));
    const { id } = memo('');
    await save(tablet, memo('電波のないところで', { ...first, id, page: 2 }));
    const isMoved = () =>
      expect
        .poll(() => done(tablet.get(`/api/documents/${first.documentId}/notes`)), { interval: 200 })
        .toMatchObject({ notes: [{ id, place: 'moved', placement: { page: 2 } }] });
    await isMoved();
    // and once more, now that the first version is written on
    await replace(3);
    await done(official.post(`/api/meetings/${meeting}/publication`));
    await isMoved();
  });

  async function untilCompared(replaced: number): Promise<Comparison> {
    const body = { otherDocumentId: documentId, revision: replaced, otherRevision: revisionId };
    for (;;) {
      const comparison = (await done(official.post(`/api/documents/${documentId}/comparisons`, body))) as Comparison;
      if (comparison.state === 'ready') return comparison;
      expect(comparison.state).not.toBe('failed');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
});
