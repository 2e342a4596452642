import type { NoteEdit } from '../../contract/notes.ts';
import { ClientError } from '../client/client-error.ts';
import { sendNotes } from '../client/notes.ts';
import { toast } from '../ui/toast.ts';
import { forgetEdits, keepEdit, readKept } from './kept-edits.ts';

/** `waiting`: there is no line, or the portal is busy. `signed-out`: it is sent after the letter is opened again. */
export type OutboxState = 'sent' | 'sending' | 'waiting' | 'signed-out';

interface Queued {
  edit: NoteEdit;
  /** In the device's database; null while it is not there, or cannot be. */
  key: number | null;
}

const refused = 'この資料は取り下げられたため、いまの書き込みは保存されませんでした。事務局にお問い合わせください。';
const pause = 400;
const again = 5_000;
const longestSending = 5_000;
const batch = 50;

/**
 * What a member writes on its way to the portal: kept on the device at once, sent as soon as there is a line, in order, and forgotten when the
 * portal has it. What is sent twice is stored once, so nothing is lost and nothing doubled, whatever ends in between.
 */
export class NoteOutbox {
  private static readonly open = new Map<number, NoteOutbox>();
  private readonly memberId: number;
  private queue: Queued[] = [];
  private readonly listeners = new Set<() => void>();
  private timer = 0;
  private isSending = false;
  private failed: OutboxState | null = null;
  private readonly versions = new Map<string, number>();
  /** How many edits the portal has taken. */
  taken = 0;
  /** Resolves when what an earlier visit left is here. */
  readonly ready: Promise<void>;

  /** One a member and page. */
  static of(memberId: number): NoteOutbox {
    const known = NoteOutbox.open.get(memberId) ?? new NoteOutbox(memberId);
    NoteOutbox.open.set(memberId, known);
    return known;
  }

  private constructor(memberId: number) {
    this.memberId = memberId;
    // where the browser keeps nothing, notes are sent all the same
    this.ready = readKept(memberId).then(
      (kept) => {
        this.queue = [...kept, ...this.queue];
        if (kept.length > 0) this.soon(0);
      },
      () => undefined,
    );
    window.addEventListener('online', () => this.soon(0));
    document.addEventListener('visibilitychange', () => this.soon(0));
  }

  get state(): OutboxState {
    if (this.queue.length === 0) return 'sent';
    return this.failed ?? 'sending';
  }

  /** In the order of writing. */
  get waiting(): readonly NoteEdit[] {
    return this.queue.map(({ edit }) => edit);
  }

  /** The version that a further edit of the note stands on. */
  baseOf(id: string, version: number): number {
    const last = this.queue.findLast(({ edit }) => edit.id === id);
    return last ? last.edit.base + 1 : Math.max(version, this.versions.get(id) ?? 0);
  }

  /** Resolves once it is on the device's disk; it is on its way already. */
  async put(edit: NoteEdit): Promise<void> {
    const queued: Queued = { edit, key: null };
    this.queue.push(queued);
    this.tell();
    this.soon(pause);
    await keepEdit(this.memberId, edit).then(
      (key) => {
        queued.key = key;
        // it was faster at the portal
        if (!this.queue.includes(queued)) void forgetEdits([key]);
      },
      () => undefined,
    );
  }

  /** Resolves with how many edits the portal still has not, once they are sent, cannot be sent now, or `longestSending` has passed. */
  async leftAfterSending(): Promise<number> {
    await this.ready;
    if (this.queue.length === 0) return 0;
    await new Promise<void>((resolve) => {
      const stop = this.onChange(() => {
        if (this.queue.length === 0 || this.failed) end();
      });
      const late = setTimeout(() => end(), longestSending);
      const end = () => {
        stop();
        clearTimeout(late);
        resolve();
      };
      this.soon(0);
    });
    return this.queue.length;
  }

  /** Tells of every change; returns what stops it. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  private soon(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.send(), milliseconds);
  }

  private async send(): Promise<void> {
    if (this.isSending || this.queue.length === 0) return;
    this.isSending = true;
    const sent = this.queue.slice(0, batch);
    try {
      await this.sendBatch(sent);
      this.failed = null;
      this.taken += sent.length;
      this.queue = this.queue.filter((queued) => !sent.includes(queued));
      await forgetEdits(sent.flatMap(({ key }) => key ?? [])).catch(() => undefined);
    } catch (error) {
      this.failed = error instanceof ClientError && error.code === 'not_signed_in' ? 'signed-out' : 'waiting';
    }
    this.isSending = false;
    this.tell();
    if (this.queue.length > 0) this.soon(this.failed ? again : 0);
  }

  /** Where the portal finds fault with one of them, the others go alone. */
  private async sendBatch(sent: readonly Queued[]): Promise<void> {
    try {
      const { edits } = await sendNotes(sent.map(({ edit }) => edit));
      for (const { id, version } of edits) this.versions.set(id, version);
      if (edits.some(({ outcome }) => outcome === 'refused')) toast(refused);
    } catch (error) {
      if (!(error instanceof ClientError) || error.status !== 400) throw error;
      for (const { edit } of sent) await sendNotes([edit]).catch(tellFault);
    }
  }
}

function tellFault(error: unknown): void {
  if (!(error instanceof ClientError) || error.status !== 400) throw error;
  toast('書き込みをひとつ、保存できませんでした。お手数ですが、もう一度書いてください。');
}
