import type { Note, NotedPage, NoteEdit } from '../../contract/notes.ts';
import type { Size } from '../../domain/notes/geometry.ts';
import { placementAt } from '../../domain/notes/lay-by-hand.ts';
import type { NoteContent } from '../../domain/notes/note.ts';
import { movedContent } from '../../domain/notes/place-notes.ts';
import { askComparison } from '../client/comparisons.ts';
import { listDocumentNotes } from '../client/notes.ts';
import { NoteHistory, type NoteStep } from './note-history.ts';
import { newNoteId } from './note-id.ts';
import { NoteOutbox, type OutboxState } from './note-outbox.ts';

/** A note with where it stands in the version that is read; `page` 0 where it is nowhere. */
export interface BookNote {
  readonly note: Note;
  readonly erased: boolean;
  readonly page: number;
  /** As it is drawn there. */
  readonly shown: NoteContent;
}

/** Other devices' notes are read so often while this one is looked at. */
const refresh = 20_000;
const comparing = 1_500;

/** A member's notes on one version of one paper, with what is on its way to the portal, and what can be undone. */
export class NoteBook {
  readonly documentId: number;
  readonly revisionId: number;
  private readonly outbox: NoteOutbox;
  private readonly history = new NoteHistory();
  private readonly changed: () => void;
  private read: readonly Note[] = [];
  /** Of other versions: those that bear notes without a place in this one. */
  lostPages: readonly NotedPage[] = [];
  private notes = new Map<string, BookNote>();
  /** Versions whose comparison with this one failed. */
  private readonly incomparable = new Set<number>();
  private stop: () => void = () => undefined;
  private timer = 0;
  private isOpen = false;

  constructor(asked: { memberId: number; documentId: number; revisionId: number }, changed: () => void) {
    this.documentId = asked.documentId;
    this.revisionId = asked.revisionId;
    this.outbox = NoteOutbox.of(asked.memberId);
    this.changed = changed;
  }

  async open(): Promise<void> {
    this.isOpen = true;
    this.stop = this.outbox.onChange(() => this.onOutbox());
    document.addEventListener('visibilitychange', this.load);
    await this.outbox.ready;
    this.merge();
    await this.load();
  }

  close(): void {
    this.isOpen = false;
    clearTimeout(this.timer);
    document.removeEventListener('visibilitychange', this.load);
    this.stop();
  }

  get state(): OutboxState {
    return this.outbox.state;
  }
  get canUndo(): boolean {
    return this.history.canUndo;
  }
  get canRedo(): boolean {
    return this.history.canRedo;
  }

  /** In the order of writing; those that stand nowhere in this version too. */
  get all(): readonly BookNote[] {
    return [...this.notes.values()].filter(({ erased }) => !erased).sort(byWriting);
  }

  onPage(page: number): readonly BookNote[] {
    return this.all.filter((note) => note.page === page);
  }

  write(page: number, content: NoteContent): void {
    const id = newNoteId();
    const note: Note = {
      ...{ id, version: 0, revisionId: this.revisionId, page, content, writtenAt: new Date().toISOString() },
      ...{ place: 'here', placement: null },
    };
    this.notes.set(id, bookNoteOf(note, false));
    this.act([{ note, erased: true }], [{ note, erased: false }]);
  }

  /** Other words at the same place. */
  reword(id: string, words: string): void {
    const note = this.notes.get(id)?.note;
    if (!note || !('words' in note.content) || note.content.words === words) return;
    const reworded = { ...note, content: { ...note.content, words } };
    this.act([{ note, erased: false }], [{ note: reworded, erased: false }]);
  }

  erase(ids: readonly string[]): void {
    const steps = this.stepsOf(ids);
    const erased = steps.map((step) => ({ ...step, erased: true }));
    if (steps.length > 0) this.act(steps, erased);
  }

  /** Notes without a place in this version, laid on one of its pages by hand. */
  lay(ids: readonly string[], page: Size & { readonly page: number }, at: { x: number; y: number }): void {
    const steps = this.stepsOf(ids);
    const [first] = steps;
    const from = this.lostPages.find(
      ({ revisionId, number }) => revisionId === first?.note.revisionId && number === first.note.page,
    );
    const placement = placementAt(
      steps.map(({ note }) => note.content),
      from ?? page,
      page,
      at,
    );
    const laid = steps.map(({ note }) => ({
      note: {
        ...note,
        ...{ revisionId: this.revisionId, page: page.page, content: movedContent(note.content, placement) },
        ...{ place: 'here' as const, placement: null },
      },
      erased: false,
    }));
    if (first) this.act(steps, laid);
  }

  private stepsOf(ids: readonly string[]): NoteStep[] {
    return ids.flatMap((id) => {
      const note = this.notes.get(id)?.note;
      return note ? [{ note, erased: false }] : [];
    });
  }

  undo(): void {
    this.apply(this.history.undo());
  }

  redo(): void {
    this.apply(this.history.redo());
  }

  private act(back: readonly NoteStep[], forth: readonly NoteStep[]): void {
    this.history.note(back, forth);
    this.apply(forth);
  }

  private apply(steps: readonly NoteStep[]): void {
    for (const { note, erased } of steps) {
      const known = this.notes.get(note.id);
      if (!known) continue;
      const now = { ...note, version: known.note.version };
      this.notes.set(note.id, bookNoteOf(now, erased));
      void this.outbox.put(this.editOf(now, erased));
    }
    this.changed();
  }

  private editOf({ id, version, revisionId, page, content, writtenAt }: Note, erased: boolean): NoteEdit {
    const base = this.outbox.baseOf(id, version);
    return {
      id,
      editId: newNoteId(),
      base,
      documentId: this.documentId,
      revisionId,
      page,
      content,
      erased,
      writtenAt,
    };
  }

  private onOutbox(): void {
    if (this.outbox.state === 'sent') void this.load();
    this.changed();
  }

  private readonly load = async (): Promise<void> => {
    clearTimeout(this.timer);
    if (!this.isOpen || document.hidden) return;
    const { taken } = this.outbox;
    const { notes, pages } = await listDocumentNotes(this.documentId, this.revisionId).catch(() => ({
      ...{ notes: this.read, pages: this.lostPages },
    }));
    if (!this.isOpen) return;
    // what was taken meanwhile may not be among them: it is read again
    if (taken === this.outbox.taken) {
      this.read = notes;
      this.lostPages = pages;
      this.merge();
    }
    const waiting = notes.filter((note) => this.settled(note).place === 'waiting').map(({ revisionId }) => revisionId);
    for (const revision of new Set(waiting)) void this.compare(revision);
    clearTimeout(this.timer);
    this.timer = window.setTimeout(this.load, waiting.length > 0 ? comparing : refresh);
  };

  /** The portal's notes, with what is still on its way over them. */
  private merge(): void {
    const merged = new Map(this.read.map((note) => [note.id, bookNoteOf(this.settled(note), false)]));
    for (const edit of this.outbox.waiting) {
      if (edit.documentId !== this.documentId) continue;
      const known = merged.get(edit.id) ?? this.notes.get(edit.id);
      const isHere = edit.revisionId === this.revisionId;
      const isLaid = known && known.note.revisionId !== edit.revisionId;
      const unknown = { version: 0, place: isHere ? ('here' as const) : ('waiting' as const), placement: null };
      const place = known && !isLaid ? known.note : { ...unknown, version: known?.note.version ?? 0 };
      const { id, revisionId, page, content, writtenAt } = edit;
      merged.set(id, bookNoteOf({ ...place, id, revisionId, page, content, writtenAt }, edit.erased));
    }
    // those that were erased here, so that it can be undone
    for (const [id, note] of this.notes) if (note.erased && !merged.has(id)) merged.set(id, note);
    this.notes = merged;
    this.changed();
  }

  /** Has two versions compared that nobody has compared yet. */
  private async compare(otherRevision: number): Promise<void> {
    const { documentId, revisionId } = this;
    const input = { otherDocumentId: documentId, revision: revisionId, otherRevision };
    const asked = await askComparison(documentId, input).catch(() => null);
    if (asked?.state === 'failed') this.incomparable.add(otherRevision);
  }

  private settled(note: Note): Note {
    const isLost = note.place === 'waiting' && this.incomparable.has(note.revisionId);
    return isLost ? { ...note, place: 'unplaced' } : note;
  }
}

const byWriting = ({ note: a }: BookNote, { note: b }: BookNote) =>
  Date.parse(a.writtenAt) - Date.parse(b.writtenAt) || (a.id < b.id ? -1 : 1);

function bookNoteOf(note: Note, erased: boolean): BookNote {
  if (note.place === 'here') return { note, erased, page: note.page, shown: note.content };
  if (!note.placement) return { note, erased, page: 0, shown: note.content };
  return { note, erased, page: note.placement.page, shown: movedContent(note.content, note.placement) };
}
