import { unzipSync } from 'fflate';
import { composedName, isOwnFile } from '../../../../domain/meetings/archive-name.ts';

/** An archive that cannot be read; the sentence says what to do. */
export class UnreadableArchive extends Error {}

const mostFiles = 200;
const mostBytes = 1_000_000_000;
const byName = new Intl.Collator('ja', { numeric: true });

export const isArchive = ({ name }: File): boolean => /\.zip$/iu.test(name);

/**
 * The files of a ZIP in the order of their names, as Windows (Shift_JIS), macOS (decomposed UTF-8) and others write them.
 * Throws an UnreadableArchive with the sentence to show.
 */
export async function unpackArchive(archive: File): Promise<File[]> {
  let bytes = 0;
  let count = 0;
  const isWanted = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (!isOwnFile(decodedName(name))) return false;
    bytes += originalSize;
    count += 1;
    return bytes <= mostBytes && count <= mostFiles;
  };
  const content = new Uint8Array(await archive.arrayBuffer());
  let entries: Record<string, Uint8Array>;
  try {
    // its asynchronous form starts workers from blobs, which the Content-Security-Policy forbids
    entries = unzipSync(content, { filter: isWanted });
  } catch {
    throw unreadable(archive);
  }
  if (bytes > mostBytes || count > mostFiles)
    throw new UnreadableArchive(
      `「${archive.name}」は大きすぎます。${mostFiles}件、合わせて1GBまでに分けて、もう一度置いてください。`,
    );
  const files = Object.entries(entries).map(([path, data]) => ({ path: decodedName(path), data }));
  if (files.length === 0)
    throw new UnreadableArchive(
      `「${archive.name}」の中に、ファイルがありません。中身を確かめて、もう一度置いてください。`,
    );
  files.sort((one, other) => byName.compare(one.path, other.path));
  return files.map(
    ({ path, data }) => new File([data as BlobPart], composedName(path), { lastModified: archive.lastModified }),
  );
}

function unreadable({ name }: File): UnreadableArchive {
  return new UnreadableArchive(
    `「${name}」を展開できませんでした。壊れているか、パスワードが付いています。展開してから、中のファイルを置いてください。`,
  );
}

/**
 * fflate gives the bytes of a name that is not marked as UTF-8 as one character each. macOS writes UTF-8 and does not mark
 * it; Windows writes Shift_JIS.
 */
function decodedName(name: string): string {
  if (!/^[\0-\xff]*$/u.test(name) || !/[\x80-\xff]/u.test(name)) return name;
  const bytes = Uint8Array.from(name, (character) => character.charCodeAt(0));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}
