import type { Note } from '../../contract/notes.ts';

/** A note as it is at one time. */
export interface NoteStep {
  readonly note: Note;
  readonly erased: boolean;
}

interface Act {
  readonly back: readonly NoteStep[];
  readonly forth: readonly NoteStep[];
}

const longest = 200;

/** What a person did to their notes on one paper, to be undone and done again. */
export class NoteHistory {
  private done: Act[] = [];
  private undone: Act[] = [];

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  note(back: readonly NoteStep[], forth: readonly NoteStep[]): void {
    this.done = [...this.done.slice(1 - longest), { back, forth }];
    this.undone = [];
  }

  /** What is to be written so that the last act is undone. */
  undo(): readonly NoteStep[] {
    const act = this.done.pop();
    if (act) this.undone.push(act);
    return act?.back ?? [];
  }

  redo(): readonly NoteStep[] {
    const act = this.undone.pop();
    if (act) this.done.push(act);
    return act?.forth ?? [];
  }

  forget(): void {
    this.done = [];
    this.undone = [];
  }
}
