import { sql } from 'kysely';
import type { TextLine } from '../../domain/pages/lines/text-line.ts';

/** What a page says, for searching and reading aloud: what was recognised in it where it is a picture. */
export const pageLines = sql<TextLine[]>`coalesce(page.recognised_lines, page.lines)`;
/** Its words were recognised in a picture, and may be wrong. */
export const isRecognised = sql<boolean>`page.recognised_lines is not null`;
