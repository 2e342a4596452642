import { randomUUID } from 'node:crypto';
import type { Client } from '../../test/client.ts';

/** A member who writes memos on a paper, one after the other; one that is not answered is sent again, as their device does. */
export class NoteWriter {
  /** Ids of those that the portal acknowledged. */
  readonly acknowledged = new Set<string>();
  private readonly member: Client;
  private readonly place: { readonly documentId: number; readonly revisionId: number };
  private unsent: object | null = null;

  constructor(member: Client, place: { documentId: number; revisionId: number }) {
    this.member = member;
    this.place = place;
  }

  /** False where it was not answered. */
  async write(): Promise<boolean> {
    const id = randomUUID();
    const content = { kind: 'text', x: 0.5, y: 0.5, words: id };
    this.unsent ??= {
      ...{ ...this.place, id, editId: randomUUID(), base: 0, page: 1, erased: false, content },
      writtenAt: new Date().toISOString(),
    };
    const sent = this.unsent as { id: string };
    try {
      const answer = await this.member.ask('PUT', '/api/notes', { edits: [sent] });
      if (!answer.ok) return false;
    } catch {
      return false;
    }
    this.acknowledged.add(sent.id);
    this.unsent = null;
    return true;
  }
}
