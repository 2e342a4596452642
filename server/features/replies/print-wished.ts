import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { ReplyRow } from '../../../contract/replies.ts';
import { japaneseDate } from '../../../domain/japanese/date.ts';
import { documentName } from '../../../domain/meetings/document.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { editableMeetings } from '../../access/editable.ts';
import { listPrintableFiles } from '../../access/printed-papers.ts';
import type { Official } from '../../access/viewer.ts';
import type { Tables } from '../../database/tables.ts';
import type { Files } from '../../files/files.ts';
import { joinPdfs } from '../../pdf/join-pdfs.ts';
import { printCovers } from '../../print/print-covers.ts';
import { listReplies } from './queries.ts';

/** Bytes of all copies together. */
const largest = 200 * 1024 * 1024;

/**
 * What the members wish on paper, ready for duplex print: for each a cover and their documents in the meeting's order, each on
 * a new leaf. Throws `not_found`, `nothing_on_paper` and `papers_too_large`.
 */
export async function printWished(
  { db, files }: { db: Kysely<Tables>; files: Files },
  official: Official,
  meetingId: number,
  memberId: number | undefined,
): Promise<Buffer> {
  const meeting = await editableMeetings(db, official)
    .selectAll('meeting')
    .where('id', '=', meetingId)
    .executeTakeFirst();
  if (!meeting) throw new DomainError('not_found');
  const [rows, documents] = await Promise.all([listReplies(db, meetingId), listPrintableFiles(db, meetingId)]);
  const bundles = rows
    .filter(({ memberId: id }) => memberId === undefined || id === memberId)
    .map((row) => ({ row, papers: documents.filter(({ id }) => wishes(row, id)) }))
    .filter(({ papers }) => papers.length > 0);
  if (bundles.length === 0) throw new DomainError('nothing_on_paper');
  const bytes = bundles.flatMap(({ papers }) => papers).reduce((sum, { byteSize }) => sum + byteSize, 0);
  if (bytes > largest) throw new DomainError('papers_too_large');
  const covers = await printCovers(
    bundles.map(({ row, papers }) => ({
      name: row.name,
      meeting: meeting.title,
      date: japaneseDate(meeting.held_on),
      place: meeting.place,
      papers: papers.map(documentName),
    })),
  );
  return withFolder(async (folder) => {
    const parts = await Promise.all(
      bundles.map(async ({ row, papers }, index) => {
        const path = join(folder, `${index}.pdf`);
        await writeFile(path, covers[index]!);
        const own = papers.map(async (paper) => ({ title: documentName(paper), path: await files.path(paper.sha256) }));
        return [{ title: `${row.name}様`, path }, ...(await Promise.all(own))];
      }),
    );
    return joinPdfs(parts.flat(), { duplex: true });
  });
}

const wishes = ({ paper, documentIds }: ReplyRow, id: number) =>
  paper === 'all' || (paper === 'some' && documentIds.includes(id));

async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'kurabe-covers-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
