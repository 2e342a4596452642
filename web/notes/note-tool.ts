import type { InkColor } from '../../domain/notes/note.ts';

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
