import type { DocumentSummary } from '../../../../contract/documents.ts';
import { isOwnFile } from '../../../../domain/meetings/archive-name.ts';
import { documentName } from '../../../../domain/meetings/document.ts';
import { ClientError, sentenceOf } from '../../../client/client-error.ts';
import { uploadRevision } from '../../../client/documents.ts';
import { uploadDocument } from '../../../client/meetings.ts';
import { refusePdf } from './file-check.ts';
import { documentOfSameMark } from './same-mark.ts';
import { isArchive, UnreadableArchive, unpackArchive } from './unpack-archive.ts';

/**
 * asking: a new document or a replacement? interrupted: sent again by itself once the line is back. refused, failed, and
 * same (taken, but the meeting has it already) stay until a person has seen them.
 */
export type UploadState = 'asking' | 'waiting' | 'sending' | 'interrupted' | 'failed' | 'refused' | 'same';

export interface Upload {
  readonly id: number;
  readonly file: File;
  readonly state: UploadState;
  /** 0 … 1 of the file sent. */
  readonly part: number;
  /** The document that this file replaces, or may replace while the state is asking. */
  readonly target: { readonly id: number; readonly name: string } | null;
  /** What a refused, failed or same one says. */
  readonly sentence: string;
}

const atOnce = 2;
/** Nothing is wrong with the file: the line broke, or the portal has no time for it yet. */
const passing: readonly string[] = ['offline', 'overloaded', 'database_unavailable'];
/** How long after such it is tried again. */
const resendMilliseconds = 4000;
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
  private readonly sending = new Map<number, AbortController>();
  private lastId = 0;

  constructor(meetingId: number) {
    super();
    this.meetingId = meetingId;
  }

  get unfinished(): boolean {
    return this.uploads.some(({ state }) => ['asking', 'waiting', 'sending', 'interrupted'].includes(state));
  }

  /** Takes files in; each is judged by itself, so that a wrong one holds up no other. */
  async add(files: readonly File[], documents: readonly DocumentSummary[]): Promise<void> {
    const judged = await Promise.all(files.map(judge));
    for (const { file, sentence } of judged.flat()) {
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

  /** Stops it where it is on its way, and forgets it. */
  dismiss(id: number): void {
    this.sending.get(id)?.abort();
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
    this.change(id, { state: 'sending', part: 0 });
    const onProgress = (part: number) => this.change(id, { part });
    const stop = new AbortController();
    this.sending.set(id, stop);
    try {
      const { sameAs } = await (target
        ? uploadRevision(target.id, file, onProgress, stop.signal)
        : uploadDocument(this.meetingId, file, onProgress, stop.signal));
      if (sameAs === null) this.dismiss(id);
      else this.change(id, { state: 'same', sentence: sameSentence(sameAs) });
      this.dispatchEvent(new Event('received'));
    } catch (error) {
      if (!stop.signal.aborted) this.fail(id, error);
    }
    this.sending.delete(id);
    this.proceed();
  }

  private fail(id: number, error: unknown): void {
    const code = error instanceof ClientError ? error.code : null;
    if (code !== null && passing.includes(code)) {
      this.change(id, { state: 'interrupted' });
      setTimeout(() => this.resume(id), resendMilliseconds);
      return;
    }
    this.change(id, { state: 'failed', sentence: code === 'not_signed_in' ? signInSentence : sentenceOf(error) });
  }

  private resume(id: number): void {
    if (this.uploads.find((upload) => upload.id === id)?.state === 'interrupted') this.retry(id);
  }
}

/** Each file by itself; a ZIP is what is in it. */
async function judge(file: File): Promise<{ file: File; sentence: string | null }[]> {
  if (!isArchive(file)) return isOwnFile(file.name) ? [{ file, sentence: await refusePdf(file) }] : [];
  try {
    return (await Promise.all((await unpackArchive(file)).map(judge))).flat();
  } catch (error) {
    if (!(error instanceof UnreadableArchive)) throw error;
    return [{ file, sentence: error.message }];
  }
}

const sameSentence = (name: string) =>
  `受け取りましたが、この会議の「${name}」と同じ内容のファイルです。まちがいのときは、資料の一覧から取り下げてください。`;

const signInSentence = 'サインインの期限が切れました。別のタブでサインインしてから「もう一度送る」を押してください。';

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
