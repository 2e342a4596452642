import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageText } from '../../../contract/documents.ts';
import type { Found } from '../../../contract/search.ts';
import { printMadePaper } from '../../../scripts/bench/print-made-paper.ts';
import { planRecognition } from '../../../server/features/recognition/recognise-revision.ts';
import { describeWithDatabase } from '../../database.ts';
import { openTestApp, type TestApp } from '../../portal.ts';
import type { Visitor } from '../../visitor.ts';
import { createCommittee, createMeeting, done, setUpCity, untilSettled, upload } from '../city.ts';
import { collectPages } from '../pdf/pdf-files.ts';

describeWithDatabase('recognition of pages that are pictures', (database) => {
  let portal: TestApp;
  let official: Visitor;
  let meeting: number;

  beforeAll(async () => {
    portal = await openTestApp(database());
    official = await setUpCity(portal);
    meeting = await createMeeting(official, await createCommittee(official), '2024-06-01');
  });
  afterAll(() => portal.close());

  test('a scanned page is found by its words, says that they were recognised, and is compared with nothing', async () => {
    const { documentId, revisionId } = await upload(official, meeting, '資料１　写し.pdf', await scanOfMadePage());
    await untilSettled(official, documentId);
    const text = async (): Promise<PageText> => done(official.get(`/api/revisions/${revisionId}/pages/1/text`));
    await expect.poll(async () => (await text()).isRecognised, { timeout: 240_000, interval: 1000 }).toBe(true);
    const { lines } = await text();
    const read = lines.map((line) => line.text).join('');
    expect(read).toContain('教育児童運営費');
    const [left = 0, , right = 0] = lines[0]!.box;
    expect(right).toBeGreaterThan(left);
    expect(right).toBeLessThan(600);

    const search = async (): Promise<Found> =>
      done(official.get(`/api/search?words=${encodeURIComponent('教育児童運営費')}`));
    await expect.poll(async () => (await search()).count).toBe(1);
    expect((await search()).documents[0]!.pages[0]).toMatchObject({ page: 1, isRecognised: true });
    const entries = await portal.db.selectFrom('page').select(['lines', 'scanned']).executeTakeFirstOrThrow();
    expect(entries, 'what a comparison reads is what is printed as text').toEqual({ lines: [], scanned: true });
  }, 300_000);

  test('a portal that starts asks once for each paper with pages still to be recognised', async () => {
    await portal.db.updateTable('page').set({ recognition_version: null }).execute();
    const asked: object[] = [];
    await planRecognition(portal.db, async (...[, data]) => {
      asked.push(data);
      return null;
    });
    const { id } = await portal.db.selectFrom('revision').select('id').executeTakeFirstOrThrow();
    expect(asked).toEqual([{ revisionId: id }]);
  });
});

/** A page of print as a copier would make it: one JPEG on A4. */
async function scanOfMadePage(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'kurabe-scan-'));
  await writeFile(join(folder, 'paper.pdf'), await printMadePaper(1, 2024));
  const pages = await collectPages(join(folder, 'paper.pdf'));
  await rm(folder, { recursive: true });
  const { data, info } = await sharp(pages[1]!.pictures.large.data)
    .flatten({ background: 'white' })
    .jpeg({ quality: 90 })
    .toBuffer({ resolveWithObject: true });
  const picture = `<< /Type /XObject /Subtype /Image /Width ${info.width} /Height ${info.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${data.length} >>\nstream\n`;
  const draw = 'q 595 0 0 842 0 0 cm /P Do Q';
  const page =
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /P 4 0 R >> >> /Contents 5 0 R >>';
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n'),
    Buffer.from('2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n'),
    Buffer.from(`3 0 obj\n${page}\nendobj\n4 0 obj\n${picture}`),
    data,
    Buffer.from(`\nendstream\nendobj\n5 0 obj\n<< /Length ${draw.length} >>\nstream\n${draw}\nendstream\nendobj\n`),
    Buffer.from('trailer\n<< /Root 1 0 R >>\n%%EOF\n'),
  ]);
}
