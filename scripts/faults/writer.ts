import { createHash } from 'node:crypto';
import type { Uploaded } from '../../contract/documents.ts';
import type { Client } from '../../test/client.ts';
import { makePaper } from '../../test/pdf.ts';
import { oneOf, seeded } from '../demo-city/seeded.ts';

/** A document as far as the portal acknowledged it; what was not answered may have been done, or not. */
export interface WrittenDocument {
  readonly id: number;
  /** SHA-256 by the revision's id, and its number. */
  readonly revisions: Map<number, { sha256: string; number: number }>;
  /** The number that members see at least, and at most. */
  shown: { least: number; most: number };
  /** Null where the last word was not answered. */
  withdrawn: boolean | null;
}

export interface WrittenMeeting {
  readonly id: number;
  /** The last title acknowledged, and those not answered since. */
  titles: string[];
  /** Of its particulars, as they were last acknowledged. */
  published: boolean;
  readonly documents: WrittenDocument[];
}

export interface WritersStage {
  readonly official: Client;
  readonly committee: number;
  readonly comparison: number;
  /** SHA-256 of everything that was sent. */
  readonly sent: Set<string>;
}

/** One secretariat at work on meetings of its own, act after act, with what the portal acknowledged of it. */
export class Writer {
  readonly meetings: WrittenMeeting[] = [];
  readonly corrections = new Map<number, 'made' | 'undone' | 'unanswered'>();
  /** What the portal refused though it had acknowledged what it is about. */
  readonly losses: string[] = [];
  acknowledged = 0;
  private acts = 0;
  private readonly key: string;
  private readonly stage: WritersStage;

  constructor(key: string, stage: WritersStage) {
    this.key = key;
    this.stage = stage;
  }

  /** Acts until one is not answered, or there is no time left. */
  async work(isOver: () => boolean): Promise<void> {
    while (!isOver() && (await this.act()));
  }

  /** One act, chosen by the key; false where it was not answered. */
  private act(): Promise<boolean> {
    const key = `${this.key} ${this.acts++}`;
    const meeting = this.meetings.at(-1);
    const document = meeting?.documents.at(Math.floor(seeded(`${key} document`) * (meeting.documents.length || 1)));
    if (!meeting || meeting.documents.length >= 3) return this.createMeeting(key);
    if (!document) return this.upload(key, meeting);
    const act = oneOf(`${key} act`, ['upload', 'replace', 'replace', 'publish', 'publish', 'title', 'out', 'correct']);
    if (act === 'replace') return this.replace(key, document);
    if (act === 'publish') return this.publish(meeting);
    if (act === 'title') return this.retitle(key, meeting);
    if (act === 'out') return this.withdraw(document);
    if (act === 'correct') return this.correct(key);
    return this.upload(key, meeting);
  }

  private createMeeting(key: string): Promise<boolean> {
    const path = `/api/committees/${this.stage.committee}/meetings`;
    return this.ask('POST', path, meetingBody(key), ({ id }) => {
      this.meetings.push({ id, titles: [key], published: false, documents: [] });
    });
  }

  private upload(key: string, meeting: WrittenMeeting): Promise<boolean> {
    const path = `/api/meetings/${meeting.id}/documents`;
    return this.send(path, key, (sha256, { documentId, revisionId }) => {
      const revisions = new Map([[revisionId, { sha256, number: 1 }]]);
      const shown = { least: 0, most: 0 };
      meeting.documents.push({ id: documentId, revisions, shown, withdrawn: false });
    });
  }

  private replace(key: string, document: WrittenDocument): Promise<boolean> {
    if (document.withdrawn !== false) return Promise.resolve(true);
    return this.send(`/api/documents/${document.id}/revisions`, key, (sha256, { revisionId }) => {
      document.revisions.set(revisionId, { sha256, number: newestOf(document) + 1 });
    });
  }

  /** What stands in the meeting then is what members see. */
  private publish(meeting: WrittenMeeting): Promise<boolean> {
    const present = meeting.documents.filter(({ withdrawn }) => withdrawn === false);
    if (present.length === 0) return Promise.resolve(true);
    for (const document of present) document.shown.most = newestOf(document);
    return this.ask('POST', `/api/meetings/${meeting.id}/publication`, undefined, () => {
      meeting.published = true;
      for (const document of present) document.shown.least = newestOf(document);
    });
  }

  /** On the edition that stands: a change that was never answered may have been stored. */
  private async retitle(key: string, meeting: WrittenMeeting): Promise<boolean> {
    const path = `/api/meetings/${meeting.id}`;
    const edition = await this.stage.official.json('GET', path).then(
      (read) => read.edition as number,
      () => null,
    );
    if (edition === null) return false;
    meeting.titles.push(key);
    return this.ask('PUT', path, { ...meetingBody(key), edition }, () => {
      meeting.titles = [key];
    });
  }

  private withdraw(document: WrittenDocument): Promise<boolean> {
    const { withdrawn } = document;
    if (withdrawn === null) return Promise.resolve(true);
    document.withdrawn = null;
    const path = `/api/documents/${document.id}${withdrawn ? '/restoration' : ''}`;
    return this.ask(withdrawn ? 'POST' : 'DELETE', path, undefined, () => {
      document.withdrawn = !withdrawn;
    });
  }

  private correct(key: string): Promise<boolean> {
    const made = [...this.corrections].find(([, state]) => state === 'made')?.[0];
    if (made === undefined || seeded(`${key} new`) < 0.5) {
      const path = `/api/comparisons/${this.stage.comparison}/corrections`;
      return this.ask('POST', path, { kind: 'page', older: 1, newer: 1 }, ({ id }) => {
        this.corrections.set(id, 'made');
      });
    }
    this.corrections.set(made, 'unanswered');
    return this.ask('DELETE', `/api/corrections/${made}`, undefined, () => {
      this.corrections.set(made, 'undone');
    });
  }

  private send(path: string, key: string, done: (sha256: string, ids: Uploaded) => void): Promise<boolean> {
    // named so that no two go on one series
    const paper = makePaper(1 + Math.floor(seeded(`${key} pages`) * 3), key.replaceAll(/[^\w ]/g, ''));
    const sha256 = createHash('sha256').update(paper).digest('hex');
    this.stage.sent.add(sha256);
    return this.answer<Uploaded>(`POST ${path}`, this.stage.official.upload(path, `${sha256}.pdf`, paper), (ids) =>
      done(sha256, ids),
    );
  }

  private ask(method: string, path: string, body: object | undefined, done: (answer: { id: number }) => void) {
    return this.answer(`${method} ${path}`, this.stage.official.ask(method, path, body), done);
  }

  /** True where it was answered; a refusal of what was acknowledged before is a loss. */
  private async answer<T>(what: string, asked: Promise<Response>, done: (answer: T) => void): Promise<boolean> {
    try {
      const response = await asked;
      const answer = await response.json();
      if (response.status >= 500) return false;
      if (response.ok) {
        this.acknowledged += 1;
        done(answer as T);
      } else this.losses.push(`${what} → ${response.status} ${JSON.stringify(answer).slice(0, 200)}`);
      return true;
    } catch {
      return false;
    }
  }
}

export const newestOf = ({ revisions }: WrittenDocument) =>
  Math.max(...[...revisions.values()].map(({ number }) => number));

const meetingBody = (title: string) => ({
  ...{ title, heldOn: '2024-07-01', startsAt: '10:00', endsAt: null, place: '' },
  agenda: [{ title: '一' }, { title: '二' }],
});
