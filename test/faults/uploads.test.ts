import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openTestDatabase } from '../database.ts';
import { makePaper } from '../pdf.ts';
import { openTestApp } from '../portal.ts';
import { createCommittee, createMeeting, setUpCity, untilSettled, upload } from '../server/city.ts';

const hostile = fileURLToPath(new URL('../../../shared/corpus/hostile/', import.meta.url));
const kinds = ['bad-truncated', 'bomb-textlaughs'];

test('hostile files each fail with a sentence while a good one beside them becomes ready', {
  timeout: 300_000,
}, async ({ skip }) => {
  if (!existsSync(hostile)) return skip('the corpus is not here');
  const database = await openTestDatabase();
  const portal = await openTestApp(database);
  const official = await setUpCity(portal);
  const committee = await createCommittee(official);
  const meeting = await createMeeting(official, committee, '2024-07-03');
  const uploads = [];
  for (const name of kinds)
    uploads.push(await upload(official, meeting, `${name}.pdf`, readFileSync(join(hostile, `${name}.pdf`))));
  const good = await upload(official, meeting, '資料１ 正しい.pdf', makePaper(3, 'Good'));
  const harmless = await upload(official, meeting, 'js-action.pdf', readFileSync(join(hostile, 'js-action.pdf')));
  for (const { documentId } of [good, harmless])
    expect((await untilSettled(official, documentId, 120)).revision.state).toBe('ready');
  for (const [index, { documentId }] of uploads.entries()) {
    const { revision } = await untilSettled(official, documentId, 240);
    expect(revision, kinds[index]).toMatchObject({ state: 'failed', failure: expect.stringMatching(/。$/) });
  }
  expect((await official.post(`/api/meetings/${meeting}/publication`)).json().error.code).toBe('documents_failed');
  await portal.close();
  await database.close();
});
