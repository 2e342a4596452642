import type { InkColor, NoteContent } from '../../domain/notes/note.ts';

export type ToolName = 'pen' | 'marker' | 'eraser' | 'text';

/** What a pointer does on the page; null: it reads. */
export interface NoteTool {
  readonly name: ToolName | null;
  readonly pen: InkColor;
  readonly marker: InkColor;
}

export const firstTool: NoteTool = { name: null, pen: 'red', marker: 'yellow' };

export const penColors: readonly InkColor[] = ['red', 'blue', 'black'];
export const markerColors: readonly InkColor[] = ['yellow', 'green', 'pink'];

export const colorNames: Record<InkColor, string> = {
  black: '黒',
  red: '赤',
  blue: '青',
  yellow: '黄',
  green: '緑',
  pink: '桃色',
};

/** In parts of the page's width: of A4 some 0.7 mm and 5 mm. */
export const penWidth = 0.0034;
export const markerWidth = 0.022;

/** Bubbles to whoever shows the page. */
class NoteEvent<T> extends CustomEvent<T> {
  constructor(name: string, detail: T) {
    super(name, { detail, bubbles: true, composed: true });
  }
}

export class NoteDrawn extends NoteEvent<{ page: number; content: NoteContent }> {
  constructor(page: number, content: NoteContent) {
    super('note-drawn', { page, content });
  }
}

export class NotesErased extends NoteEvent<{ ids: readonly string[] }> {
  constructor(ids: readonly string[]) {
    super('notes-erased', { ids });
  }
}

/** Words are to be written at a place of the page, in parts of it. */
export class WordsAsked extends NoteEvent<{ page: number; x: number; y: number }> {
  constructor(page: number, x: number, y: number) {
    super('words-asked', { page, x, y });
  }
}

/** A note of words was tapped. */
export class NoteOpened extends NoteEvent<{ id: string }> {
  constructor(id: string) {
    super('note-opened', { id });
  }
}

/** Notes without a place are to be laid on a page. */
export class NotesToLay extends NoteEvent<{ ids: readonly string[] }> {
  constructor(ids: readonly string[]) {
    super('notes-to-lay', { ids });
  }
}
