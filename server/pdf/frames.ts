import type { Box, Character, OutlineEntry, Rule } from '../../domain/pages/sheet/page-content.ts';
import type { PdfErrorCode } from './pdf-error.ts';

/** What the parent asks of the child, as JSON in its first argument. */
export interface ChildRequest {
  readonly path: string;
  readonly pictures: boolean;
  /** 1-based page that comes first. */
  readonly first: number;
  /** 1-based pages; null is all. */
  readonly only: readonly number[] | null;
  readonly skip: readonly number[];
  readonly limits: ChildLimits;
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

export interface PictureSize {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Of the WebP file. */
  readonly bytes: number;
}

export interface PageFrame {
  readonly type: 'page';
  readonly index: number;
  readonly width: number;
  readonly height: number;
  readonly characters: readonly PackedCharacter[];
  readonly rules: readonly Rule[];
  readonly scanned: boolean;
  /** The body of the frame is the large picture and then the small one; null where none were asked for. */
  readonly pictures: { readonly large: PictureSize; readonly small: PictureSize } | null;
}

/** What the child says, in this order: `document`, then a `page` each, then `end`; or `failure` at any time, as the last. */
export type FrameHeader =
  | {
      readonly type: 'document';
      readonly pageCount: number;
      readonly title: string | null;
      readonly outline: readonly OutlineEntry[];
    }
  | PageFrame
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

export function packCharacter({ text, box, vertical }: Character): PackedCharacter {
  return [text, ...box, vertical ? 1 : 0];
}

export function unpackCharacter([text, x0, y0, x1, y1, vertical]: PackedCharacter): Character {
  return { text, box: [x0, y0, x1, y1], vertical: vertical === 1 };
}
