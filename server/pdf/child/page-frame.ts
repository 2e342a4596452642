import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { PageProblem } from '../../../domain/meetings/document.ts';
import { readLines } from '../../../domain/pages/lines/lines.ts';
import { keepMargins } from '../../../domain/pages/page-labels/read-page-labels.ts';
import type { PageContent } from '../../../domain/pages/sheet/page-content.ts';
import { type PageFrame, packContent } from '../frames.ts';
import { blankPage, type DrawnPage } from './draw-page.ts';
import { type EncodedPicture, encodePicture, encodeQuick } from './encode-picture.ts';

const gzipInThread = promisify(gzip);

export interface WorkedPage {
  readonly content: PageContent;
  readonly drawn: DrawnPage;
  readonly problem: PageProblem | null;
}

/** A page of the given points of which nothing could be read or drawn. */
export function withoutContent(index: number, width: number, height: number, problem: PageProblem): WorkedPage {
  const content = { index, width, height, characters: [], rules: [], scanned: false };
  return { content, drawn: blankPage(width, height), problem };
}

/** The frame of a page and its body: text and pictures, encoded on other threads. */
export async function makePageFrame({ content, drawn, problem }: WorkedPage): Promise<[PageFrame, Buffer[]]> {
  const lines = readLines(content);
  const [stored, large, small] = await Promise.all([
    gzipInThread(JSON.stringify(content)),
    encodePicture(drawn.large),
    encodePicture(drawn.small),
  ]);
  const quick = drawn.quick && (await encodeQuick(drawn.quick, large));
  const size = ({ width, height }: EncodedPicture) => ({ width, height });
  const { index, width, height, scanned } = content;
  const body = [stored, Buffer.from(JSON.stringify(lines)), large.data, small.data, ...(quick ? [quick.data] : [])];
  const frame: PageFrame = {
    ...{ type: 'page', index, width, height, scanned, problem },
    text: lines.map((line) => line.text).join('\n'),
    margins: packContent(keepMargins(content)),
    ...{ large: size(large), small: size(small), quick: quick && size(quick) },
    parts: body.map((part) => part.length),
  };
  return [frame, body];
}
