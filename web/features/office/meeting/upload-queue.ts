import type { DocumentSummary } from '../../../../contract/documents.ts';
import { documentName } from '../../../../domain/meetings/document.ts';
import { ClientError, sentenceOf } from '../../../client/client-error.ts';
import { uploadRevision } from '../../../client/documents.ts';
import { uploadDocument } from '../../../client/meetings.ts';
import { refusePdf } from './file-check.ts';
import { documentOfSameMark } from './same-mark.ts';

/** asking: a new document or a replacement? refused and failed stay until a person has seen them. */
export type UploadState = 'asking' | 'waiting' | 'sending' | 'failed' | 'refused';

export interface Upload {
  readonly id: number;
  readonly file: File;
  readonly state: UploadState;
  /** 0 … 1 of the file sent. */
  readonly part: number;
  /** The document that this file replaces, or may replace while the state is asking. */
  readonly target: { readonly id: number; readonly name: string } | null;
  /** What a refused or failed one says. */
  readonly sentence: string;
}

const atOnce = 2;
const queues = new Map<number, UploadQueue>();

/** The uploads of a meeting; they go on while one looks at other screens of the portal. */
export function uploadsOf(meetingId: number): UploadQueue {
  const queue = queues.get(meetingId) ?? new UploadQueue(meetingId);
  queues.set(meetingId, queue);
  return queue;
}

/** Fires `change` when an upload moved, and `received` when the portal has taken a file. */
export class UploadQueue extends EventTarget {
  uploads: readonly Upload[] = [];
  private readonly meetingId: number;
  private lastId = 0;

  constructor(meetingId: number) {
    super();
    this.meetingId = meetingId;
  }

  get unfinished(): boolean {
    return this.uploads.some(({ state }) => state === 'asking' || state === 'waiting' || state === 'sending');
  }

  /** Takes files in; each is judged by itself, so that a wrong one holds up no other. */
  async add(files: readonly File[], documents: readonly DocumentSummary[]): Promise<void> {
    const judged = await Promise.all(files.map(async (file) => ({ file, sentence: await refusePdf(file) })));
    for (const { file, sentence } of judged) {
      const same = documentOfSameMark(file.name, documents);
      const target = same ? { id: same.id, name: documentName(same) } : null;
      if (sentence !== null) this.append({ file, state: 'refused', target: null, sentence });
      else this.append({ file, state: target ? 'asking' : 'waiting', target, sentence: '' });
    }
    this.proceed();
  }

  /** A file that a person chose as the replacement of this document. */
  async replace(file: File, document: DocumentSummary): Promise<void> {
    const sentence = await refusePdf(file);
    const target = { id: document.id, name: documentName(document) };
    this.append({ file, state: sentence === null ? 'waiting' : 'refused', target, sentence: sentence ?? '' });
    this.proceed();
  }

  answer(id: number, decision: 'replace' | 'add'): void {
    this.change(id, decision === 'add' ? { state: 'waiting', target: null } : { state: 'waiting' });
    this.proceed();
  }

  retry(id: number): void {
    this.change(id, { state: 'waiting', part: 0, sentence: '' });
    this.proceed();
  }

  dismiss(id: number): void {
    this.set(this.uploads.filter((upload) => upload.id !== id));
  }

  private append(upload: Pick<Upload, 'file' | 'state' | 'target' | 'sentence'>): void {
    this.lastId += 1;
    this.set([...this.uploads, { ...upload, id: this.lastId, part: 0 }]);
  }

  private change(id: number, part: Partial<Upload>): void {
    this.set(this.uploads.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)));
  }

  private set(uploads: readonly Upload[]): void {
    this.uploads = uploads;
    window.removeEventListener('beforeunload', warn);
    if ([...queues.values()].some(({ unfinished }) => unfinished)) window.addEventListener('beforeunload', warn);
    this.dispatchEvent(new Event('change'));
  }

  private proceed(): void {
    const sending = this.uploads.filter(({ state }) => state === 'sending').length;
    const next = this.uploads.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, atOnce - sending));
    for (const upload of next) void this.send(upload);
  }

  private async send({ id, file, target }: Upload): Promise<void> {
    this.change(id, { state: 'sending' });
    const onProgress = (part: number) => this.change(id, { part });
    try {
      if (target) await uploadRevision(target.id, file, onProgress);
      else await uploadDocument(this.meetingId, file, onProgress);
      this.dismiss(id);
      this.dispatchEvent(new Event('received'));
    } catch (error) {
      const signIn = error instanceof ClientError && error.code === 'not_signed_in';
      this.change(id, { state: 'failed', sentence: signIn ? signInSentence : sentenceOf(error) });
    }
    this.proceed();
  }
}

const signInSentence = 'サインインの期限が切れました。別のタブでサインインしてから「もう一度送る」を押してください。';

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
