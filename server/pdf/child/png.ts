import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const colourTypes = { grey: 0, indexed: 3 } as const;
/** Level 4 takes two thirds of the time of 6 for 3 % more bytes. */
const usualLevel = 4;
/** Few large pieces, since each is a way to the thread and back. */
const chunkSize = 64 * 1024;
const deflateInThread = promisify<Buffer, object, Buffer>(deflate);

export interface PackedPicture {
  readonly width: number;
  readonly height: number;
  readonly bits: 4 | 8;
  /** Red, green and blue of each index; null where the values are greys. */
  readonly palette: Uint8Array | null;
  /** Each row begins with a 0, for no filter: print compresses best without one. */
  readonly rows: Buffer;
}

/** A PNG file of pixels that are packed as it wants them; compressed on a thread of Node's pool. */
export async function writePng(picture: PackedPicture, level = usualLevel): Promise<Buffer> {
  const { width, height, bits, palette, rows } = picture;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = bits;
  header[9] = palette ? colourTypes.indexed : colourTypes.grey;
  const data = await deflateInThread(rows, { level, chunkSize });
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    ...(palette ? [chunk('PLTE', Buffer.from(palette))] : []),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
