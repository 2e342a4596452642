import { printReport } from './print-report.ts';

/** An envelope's window on the folded letter, in millimetres from its top left corner. */
export interface WindowSides {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A test sheet in A4: the window over millimetres that can be read through the real one. Throws a PrintError: deadline or failed. */
export const printWindowSheet = (sides: WindowSides): Promise<Buffer> => printReport('window', sides);
