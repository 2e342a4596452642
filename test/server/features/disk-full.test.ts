import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTestDatabase } from '../../database.ts';
import { makePaper } from '../../pdf.ts';
import { openTestApp } from '../../portal.ts';
import type { Visitor } from '../../visitor.ts';
import { createCommittee, createMeeting, done, setUpCity, upload } from '../city.ts';

/** A disk of so many MiB at the folder; false where this user may not make one. */
const mountSmallDisk = (folder: string, mebibytes: number) =>
  process.getuid?.() === 0 &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder]).status === 0;

/** A file in pieces is refused before any of it is sent; one that the disk filled under goes on where it was. */
async function goesOnWhenThereIsRoom(official: Visitor, meeting: number, disk: string) {
  const tus = { 'tus-resumable': '1.0.0' };
  const create = (length: number) =>
    official.ask('POST', '/api/uploads', undefined, { ...tus, 'upload-length': String(length) });
  expect((await create(3 * 1024 * 1024)).json().error.code).toBe('no_space');
  const paper = Buffer.concat([makePaper(1, 'pieces'), Buffer.alloc(500_000, ' ')]);
  const url = String((await create(paper.length)).headers.location);
  const send = (offset: number) =>
    official.ask('PATCH', url, paper.subarray(offset), {
      ...{ ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    });
  const filler = join(disk, 'filler');
  expect(() => writeFileSync(filler, Buffer.alloc(4 * 1024 * 1024))).toThrow('ENOSPC');
  expect((await send(0)).json().error.code).toBe('no_space');
  rmSync(filler);
  const offset = Number((await official.ask('HEAD', url, undefined, tus)).headers['upload-offset']);
  expect((await send(offset)).status).toBe(204);
  await done(official.post(`/api/meetings/${meeting}/uploads/${url.split('/').at(-1)}`));
}

test('on a full disk an upload is refused in a sentence and leaves nothing; what is there is read, and what fits is taken', async ({
  skip,
}) => {
  const disk = mkdtempSync(join(tmpdir(), 'kurabe-disk-'));
  if (!mountSmallDisk(disk, 2)) return skip('only root can make a small disk');
  const usual = process.env.TMPDIR;
  process.env.TMPDIR = disk;
  const database = await openTestDatabase();
  const portal = await openTestApp(database, { idle: true });
  if (usual === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = usual;
  try {
    const official = await setUpCity(portal);
    const meeting = await createMeeting(official, await createCommittee(official), '2024-07-01');
    const kept = await upload(official, meeting, '資料１.pdf', makePaper(1, 'kept'));
    const large = Buffer.concat([makePaper(1, 'large'), Buffer.alloc(3 * 1024 * 1024, ' ')]);
    const refused = await official.upload(`/api/meetings/${meeting}/documents`, '資料２.pdf', large);
    expect([refused.status, refused.json().error]).toEqual([
      507,
      expect.objectContaining({ code: 'no_space', message: expect.stringMatching(/空き.*ください。/s) }),
    ]);
    expect(readdirSync(join(portal.folder, 'files', 'incoming'))).toEqual([]);
    expect((await done(official.get(`/api/meetings/${meeting}`))).documents).toHaveLength(1);
    const file = await official.get(`/api/revisions/${kept.revisionId}/file`);
    expect(file.bytes.equals(makePaper(1, 'kept'))).toBe(true);
    await upload(official, meeting, '資料３.pdf', makePaper(1, 'small'));
    await goesOnWhenThereIsRoom(official, meeting, disk);
  } finally {
    await portal.close();
    await database.close();
    spawnSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  }
});
