import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileTypst } from '../../server/print/compile-typst.ts';
import type { TypstDocument, TypstJob } from '../../server/print/typst-job.ts';
import { achievementsPaper } from './achievements.ts';
import { agendaPaper } from './agenda-paper.ts';
import { type DemoDocument, type DemoMeeting, markOf, meetings } from './city.ts';
import { dxMeasures, dxSummary } from './dx-papers.ts';
import type { Paper } from './paper.ts';
import type { PrintedPaper } from './printed-paper.ts';
import { progressSheets } from './progress-sheets.ts';
import { fiscalOutlook, glossaryPaper } from './reference-papers.ts';
import { writeTruth } from './truth.ts';

const TEMPLATES = fileURLToPath(new URL('./templates/', import.meta.url));
const CHILDREN = 2;

/** A PDF that was written; `path` is absolute. */
export interface MadePaper {
  readonly meeting: DemoMeeting;
  readonly document: DemoDocument;
  /** 1, or 2 for the file that replaces it. */
  readonly revision: number;
  readonly path: string;
  readonly pages: number;
}

interface Wanted {
  readonly meeting: DemoMeeting;
  readonly listed: DemoDocument;
  readonly revision: number;
  readonly file: string;
  readonly paper: Paper;
}

/**
 * Writes every paper of the demonstration city under `folder` (one folder a meeting), and truth.json with the folder
 * truth beside them: what corresponds to what from year to year. The same bytes on every run.
 */
export async function makePapers(folder: string, signal?: AbortSignal): Promise<MadePaper[]> {
  const wanted = meetings.flatMap((meeting) => meeting.documents.flatMap((listed) => revisionsOf(meeting, listed)));
  const printed = await printAll(wanted, signal);
  await writeTruth(
    folder,
    wanted.map((want, i): PrintedPaper => ({ ...want, ...placesIn(printed[i]!), mark: markOf(want.listed) })),
  );
  return Promise.all(
    wanted.map(async ({ meeting, listed, revision, file }, i): Promise<MadePaper> => {
      const path = resolve(folder, file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, printed[i]!.file);
      return { meeting, document: listed, revision, path, pages: printed[i]!.pages };
    }),
  );
}

function revisionsOf(meeting: DemoMeeting, listed: DemoDocument): Wanted[] {
  const names = [listed.fileName, ...(listed.replacement ? [listed.replacement.fileName] : [])];
  return names.map((name, i) => ({
    meeting,
    listed,
    revision: i + 1,
    file: `${meeting.folder}/${name}`,
    paper: paperOf(meeting, listed, i === names.length - 1),
  }));
}

function paperOf(meeting: DemoMeeting, listed: DemoDocument, corrected: boolean): Paper {
  const year = meeting.fiscalYear;
  switch (markOf(listed)) {
    case '次第':
      return agendaPaper(meeting);
    case '資料１':
      return progressSheets({ year, corrected });
    case '資料２':
      return achievementsPaper(year);
    case '資料３':
      return dxSummary(year);
    case '資料４':
      return dxMeasures(year);
    case '参考１':
      return fiscalOutlook(year);
    case '参考２':
      return glossaryPaper(year);
    default:
      throw new Error(`nobody writes ${listed.title}`);
  }
}

async function printAll(wanted: readonly Wanted[], signal: AbortSignal | undefined): Promise<TypstDocument[]> {
  const jobs = wanted.map(jobOf);
  const shares = Array.from({ length: CHILDREN }, (_, n) => jobs.filter((_, i) => i % CHILDREN === n));
  const printed = await Promise.all(
    shares.map((share) => compileTypst(share, { signal, deadlineMilliseconds: 120_000 })),
  );
  return jobs.map((_, i) => printed[i % CHILDREN]![Math.floor(i / CHILDREN)]!);
}

function jobOf({ meeting, paper }: Wanted): TypstJob {
  const { mark, title, numbers, landscape = false, face = 'gothic' } = paper.facts;
  return {
    workspace: TEMPLATES,
    main: join(TEMPLATES, 'paper.typ'),
    data: JSON.stringify({ mark, title, numbers, landscape, face, blocks: paper.blocks }),
    timestamp: Date.parse(`${meeting.noticeDate}T09:00:00+09:00`) / 1000,
    queries: ['<place>'],
  };
}

function placesIn({ queried, pages }: TypstDocument): Pick<PrintedPaper, 'pages' | 'places'> {
  const found = (queried[0] ?? []) as readonly { id: string; page: number }[];
  return { pages, places: new Map(found.map(({ id, page }) => [id, page])) };
}
