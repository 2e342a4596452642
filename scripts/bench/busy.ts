import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Document, Uploaded } from '../../contract/documents.ts';
import { makePdf, stream, unknownPassword } from '../../test/server/pdf/make-pdf.ts';
import { type EmptyPortal, startEmptyPortal } from './empty-portal.ts';
import type { Row } from './row.ts';

const spinners = 8;
const soundPapers = 34;
const longestWait = 30 * 60_000;

const textPage = (text: string) => ({ content: `BT /F1 24 Tf 100 700 Td (${text}) Tj ET` });
const sound = makePdf({ pages: ['one', 'two', 'three'].map(textPage) });
/** A form that draws another a dozen times, and so on: more than a page may take. */
const nested = Array.from({ length: 9 }, (_, depth) =>
  depth === 0
    ? stream('/Type/XObject/Subtype/Form/BBox[0 0 595 842]', '0 0 400 400 re f')
    : stream(
        `/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X {${depth - 1}}>>>>`,
        '/X Do '.repeat(12),
      ),
);

/** Each with words of its own sentence. */
const bad: readonly (readonly [name: string, content: Buffer, sentence: RegExp])[] = [
  ['empty', Buffer.alloc(0), /空です/],
  ['not-pdf', Buffer.from('<html>404</html>'), /PDFファイルではありません/],
  ['password', makePdf({ pages: [textPage('secret')], trailer: unknownPassword }), /パスワード/],
  ['truncated', sound.subarray(0, 200), /壊れて/],
  ['no-pages', makePdf({ pages: [] }), /1枚もない/],
  ['complex', makePdf({ pages: [{ content: '/Y Do', xObjects: { Y: 8 } }], objects: nested }), /複雑/],
];

/** 40 papers uploaded at once while 8 processes keep the machine busy: no sound one may be refused. */
export async function benchBusy(): Promise<Row[]> {
  const portal = await startEmptyPortal();
  const busy = Array.from({ length: spinners }, () => spawn(process.execPath, ['-e', 'for (;;);']));
  const start = performance.now();
  try {
    const meeting = await portal.createMeeting();
    const names = Array.from({ length: soundPapers }, (_, index) => `資料${index + 1}`);
    const [ready, told] = await Promise.all([
      Promise.all(names.map(async (name) => (await settle(portal, meeting, name, sound)) === 'ready')),
      Promise.all(
        bad.map(async ([name, content, sentence]) => {
          const said = await settle(portal, meeting, name, content);
          if (!sentence.test(said)) console.error(`busy: ${name}: ${said}`);
          return sentence.test(said);
        }),
      ),
    ]);
    const count = (list: boolean[]) => list.filter(Boolean).length;
    const row = { unit: 'papers', better: 'more', yardstickName: 'uploaded' } as const;
    return [
      { ...row, name: 'sound papers ready', ours: count(ready), yardstick: ready.length },
      { ...row, name: 'bad papers told why', ours: count(told), yardstick: told.length },
      {
        ...{ name: 'until the last', unit: 's', better: 'less', yardstick: null, yardstickName: '' },
        ours: (performance.now() - start) / 1000,
      },
    ];
  } finally {
    for (const process of busy) process.kill('SIGKILL');
    await portal.close();
  }
}

/** `ready`, or the sentence that the uploader is told. */
async function settle(
  { official, folder }: EmptyPortal,
  meeting: number,
  name: string,
  content: Buffer,
): Promise<string> {
  const path = join(folder, `${name}.pdf`);
  await writeFile(path, content);
  try {
    const { documentId } = await official.upload<Uploaded>(`/api/meetings/${meeting}/documents`, path);
    for (const start = performance.now(); performance.now() - start < longestWait; await wait(2_000)) {
      const { revision } = await official.get<Document>(`/api/documents/${documentId}`);
      if (revision.state === 'ready') return 'ready';
      if (revision.state === 'failed') return revision.failure ?? '';
    }
    return 'not settled';
  } catch (error) {
    return String(error);
  }
}
