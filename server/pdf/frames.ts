import type { PageProblem } from '../../domain/meetings/document.ts';
import type { Box, Character, OutlineEntry, PageContent } from '../../domain/pages/sheet/page-content.ts';
import type { PdfErrorCode } from './pdf-error.ts';

/** What the parent asks of the child, as JSON in its first argument; the file itself is the child's standard input. */
export interface ChildRequest {
  /** Of the file, so that one sees in the list of processes what a child is at. */
  readonly path: string;
  readonly pictures: boolean;
  /** 1-based page that comes first. */
  readonly first: number;
  readonly backwards: boolean;
  /** 1-based pages; null is all. */
  readonly only: readonly number[] | null;
  readonly skip: readonly number[];
  /** Pages that are given as blank ones, untouched. */
  readonly blank: readonly (readonly [page: number, problem: PageProblem])[];
  readonly limits: ChildLimits;
}

/** What a child is told instead that waits for its file: the request follows on its standard input, once the file lies there. */
export interface WaitingChild {
  readonly place: string;
}

/** What a child may use: its memory, and seconds of processor time (of all its threads, whatever the clock says). */
export interface ChildLimits {
  readonly mebibytes: number;
  /** From one page to the next, and before the first. */
  readonly secondsPerStep: number;
  /** In all, to begin with, and more for each page that came. */
  readonly seconds: number;
  readonly secondsPerPage: number;
}

/** A character on the wire: text, x0, y0, x1, y1, and 1 where it is vertical. */
export type PackedCharacter = readonly [text: string, ...box: Box, vertical: 0 | 1];
export type PackedContent = Omit<PageContent, 'characters'> & { readonly characters: readonly PackedCharacter[] };

export interface PictureSize {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** A page that was read and drawn. */
export interface PageFrame {
  readonly type: 'page';
  readonly index: number;
  readonly width: number;
  readonly height: number;
  readonly scanned: boolean;
  readonly problem: PageProblem | null;
  /** Its lines of text, in reading order. */
  readonly text: string;
  /** What is needed of it to know the number printed on it. */
  readonly margins: PackedContent;
  readonly large: PictureSize;
  readonly small: PictureSize;
  readonly quick: PictureSize | null;
  /**
   * Bytes of each part of the body: the PageContent as JSON, compressed with gzip; the lines as JSON; the large, the small
   * and the quick picture (none where that is null).
   */
  readonly parts: readonly number[];
}

/** What the child says, in this order: `document`, then a `page` or a `content` each, then `end`; or `failure`, as the last. */
export type FrameHeader =
  | {
      readonly type: 'document';
      readonly pageCount: number;
      readonly title: string | null;
      readonly outline: readonly OutlineEntry[];
      /** Its list of pages is lost: there may have been more. */
      readonly isIncomplete: boolean;
      /** What part of the file's text is damaged beyond reading, 0 … 1; null where it was not measured. */
      readonly unreadablePart: number | null;
    }
  | PageFrame
  | { readonly type: 'content'; readonly content: PackedContent }
  | { readonly type: 'end' }
  | { readonly type: 'failure'; readonly code: PdfErrorCode; readonly detail: string; readonly page: number | null };

export interface Frame {
  readonly header: FrameHeader;
  readonly body: Buffer;
}

const prefixLength = 8;
const maximumPart = 128 * 1024 * 1024;

/** A frame is the lengths of header and body (32 bits each, little endian), the header as JSON, and the body. */
export function encodeFrame(header: FrameHeader, body: readonly Buffer[] = []): Buffer {
  const json = Buffer.from(JSON.stringify(header));
  const prefix = Buffer.alloc(prefixLength);
  prefix.writeUInt32LE(json.length, 0);
  prefix.writeUInt32LE(
    body.reduce((sum, part) => sum + part.length, 0),
    4,
  );
  return Buffer.concat([prefix, json, ...body]);
}

/** Reads frames as they arrive; takes no more from the source than the frame being read. Ends with the source. */
export async function* decodeFrames(source: AsyncIterable<Buffer>): AsyncGenerator<Frame, void> {
  let chunks: Buffer[] = [];
  let available = 0;
  let wanted = prefixLength;
  for await (const chunk of source) {
    chunks.push(chunk);
    available += chunk.length;
    while (available >= wanted) {
      const buffer = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
      chunks = [buffer];
      const [headerLength, bodyLength] = [buffer.readUInt32LE(0), buffer.readUInt32LE(4)];
      if (headerLength > maximumPart || bodyLength > maximumPart) throw new Error('a frame is too long');
      wanted = prefixLength + headerLength + bodyLength;
      if (available < wanted) break;
      const bodyStart = prefixLength + headerLength;
      yield {
        header: JSON.parse(buffer.toString('utf8', prefixLength, bodyStart)) as FrameHeader,
        body: buffer.subarray(bodyStart, wanted),
      };
      chunks = [buffer.subarray(wanted)];
      available -= wanted;
      wanted = prefixLength;
    }
  }
}

export function packContent({ characters, ...content }: PageContent): PackedContent {
  return { ...content, characters: characters.map(({ text, box, vertical }) => [text, ...box, vertical ? 1 : 0]) };
}

export function unpackContent({ characters, ...content }: PackedContent): PageContent {
  return { ...content, characters: characters.map(unpackCharacter) };
}

function unpackCharacter([text, x0, y0, x1, y1, vertical]: PackedCharacter): Character {
  return { text, box: [x0, y0, x1, y1], vertical: vertical === 1 };
}
