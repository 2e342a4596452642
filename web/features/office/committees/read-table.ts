import { readCells } from './read-pasted.ts';

/**
 * A file of a spreadsheet, CSV or text between tabs, as rows between tabs: in UTF-8 or UTF-16, as their marks say, else in
 * UTF-8 where it can be that, else in Windows' Shift_JIS.
 */
export function readTable(bytes: Uint8Array): string {
  const text = decode(bytes);
  if (/^[^\n]*\t/.test(text)) return text;
  return readCells(text, ',')
    .map((cells) => cells.map(quoted).join('\t'))
    .join('\n');
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}

const quoted = (cell: string) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
