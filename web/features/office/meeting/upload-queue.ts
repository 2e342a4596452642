import type { DocumentSummary, UploadRules } from '../../../../contract/documents.ts';
import { isOwnFile } from '../../../../domain/meetings/archive-name.ts';
import { documentName } from '../../../../domain/meetings/document.ts';
import { ClientError, sentenceOf } from '../../../client/client-error.ts';
import { eraseSent, sendFile } from '../../../client/upload.ts';
import { refuseFile } from './file-check.ts';
import { processedPart } from './revision-face.ts';
import { documentOfSameMark } from './same-mark.ts';
import { isArchive, UnreadableArchive, unpackArchive } from './unpack-archive.ts';

/**
 * asking: a new document or a replacement? interrupted: goes on by itself once the line is back. reading: the portal has
 * the file and reads its pages. refused, failed, and same (taken, but the meeting has it already) stay until a person has
 * seen them.
 */
export type UploadState = 'asking' | 'waiting' | 'sending' | 'interrupted' | 'reading' | 'failed' | 'refused' | 'same';

export interface Upload {
  readonly id: number;
  readonly file: File;
  readonly state: UploadState;
  /** 0 … 1 of the file sent, or of its pages read; null while they are not counted. */
  readonly part: number | null;
  /** The document that this file replaces, or may replace while the state is asking. */
  readonly target: { readonly id: number; readonly name: string } | null;
  /** The portal makes a PDF of it. */
  readonly isConverting: boolean;
  /** What a refused, failed or same one says. */
  readonly sentence: string;
  /** What the portal made of it, once it has it. */
  readonly made: { readonly documentId: number; readonly revisionId: number } | null;
  /** How often in a row it was interrupted without coming further. */
  readonly interruptions: number;
}

const atOnce = 2;
/** Nothing is wrong with the file: the line broke, or the portal has no time for it yet. */
const passing: readonly string[] = ['offline', 'overloaded', 'database_unavailable', 'too_slow', 'upload_conflict'];
/** Seconds after such until it goes on, at the first, second … time in a row. */
const pauses = [1, 2, 4, 8];
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

  /** What the portal says of the meeting's documents: how far it has read those that were sent. */
  see(documents: readonly DocumentSummary[]): void {
    if (!this.uploads.some(({ state }) => state === 'reading')) return;
    const seen = this.uploads.flatMap((upload): Upload[] => {
      if (upload.state !== 'reading') return [upload];
      const revision = documents.find(({ id }) => id === upload.made?.documentId)?.revision;
      // an answer that was asked for before the file was there does not know of it yet
      if (!revision || revision.id < upload.made!.revisionId) return upload.part === null ? [upload] : [];
      const isOver = revision.id !== upload.made!.revisionId || ['ready', 'failed'].includes(revision.state);
      const isConverting = revision.conversion === 'waiting';
      return isOver ? [] : [{ ...upload, isConverting, part: processedPart(revision) }];
    });
    this.set(seen);
  }

  /** Takes files in; each is judged by itself, so that a wrong one holds up no other. */
  async add(files: readonly File[], documents: readonly DocumentSummary[], rules: UploadRules | null): Promise<void> {
    const judged = await Promise.all(files.map((file) => judge(file, rules)));
    for (const { file, sentence } of judged.flat()) {
      const same = documentOfSameMark(file.name, documents);
      const target = same ? { id: same.id, name: documentName(same) } : null;
      if (sentence !== null) this.append({ file, state: 'refused', target: null, sentence });
      else this.append({ file, state: target ? 'asking' : 'waiting', target, sentence: '' });
    }
    this.proceed();
  }

  /** A file that a person chose as the replacement of this document. */
  async replace(file: File, document: DocumentSummary, rules: UploadRules | null): Promise<void> {
    const sentence = await refuseFile(file, rules);
    const target = { id: document.id, name: documentName(document) };
    this.append({ file, state: sentence === null ? 'waiting' : 'refused', target, sentence: sentence ?? '' });
    this.proceed();
  }

  answer(id: number, decision: 'replace' | 'add'): void {
    this.change(id, decision === 'add' ? { state: 'waiting', target: null } : { state: 'waiting' });
    this.proceed();
  }

  retry(id: number): void {
    this.change(id, { state: 'waiting', sentence: '' });
    this.proceed();
  }

  /** Stops it where it is on its way, and forgets it. */
  dismiss(id: number): void {
    this.sending.get(id)?.abort();
    const dismissed = this.uploads.find((upload) => upload.id === id);
    const isBegun = ['waiting', 'sending', 'interrupted', 'failed'].includes(dismissed?.state ?? '');
    if (dismissed && isBegun && dismissed.part !== 0) void eraseSent(dismissed.file);
    this.set(this.uploads.filter((upload) => upload.id !== id));
  }

  private append(upload: Pick<Upload, 'file' | 'state' | 'target' | 'sentence'>): void {
    this.lastId += 1;
    this.set([
      ...this.uploads,
      { ...upload, id: this.lastId, part: 0, isConverting: false, made: null, interruptions: 0 },
    ]);
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
    const sending = this.uploads.filter(({ state }) => state === 'sending');
    const next = this.uploads
      .filter((one) => one.state === 'waiting' && !sending.some((other) => isSameFile(one.file, other.file)))
      .slice(0, Math.max(0, atOnce - sending.length));
    for (const upload of next) void this.send(upload);
  }

  private async send({ id, file, target }: Upload): Promise<void> {
    this.change(id, { state: 'sending' });
    const onProgress = (part: number) => this.change(id, { part, interruptions: 0 });
    const stop = new AbortController();
    this.sending.set(id, stop);
    try {
      const place = target ? { documentId: target.id } : { meetingId: this.meetingId };
      const { sameAs, ...made } = await sendFile(file, place, { onProgress, signal: stop.signal });
      if (sameAs === null) this.change(id, { state: 'reading', part: null, made });
      else this.change(id, { state: 'same', sentence: sameSentence(sameAs) });
      this.dispatchEvent(new Event('received'));
    } catch (error) {
      if (!stop.signal.aborted) await this.fail(id, error);
    }
    this.sending.delete(id);
    this.proceed();
  }

  private async fail(id: number, error: unknown): Promise<void> {
    const upload = this.uploads.find((one) => one.id === id);
    if (!upload) return;
    if (!(await isReadable(upload.file))) return this.change(id, { state: 'refused', sentence: goneSentence });
    if (isOfFile(error)) return this.change(id, { state: 'refused', sentence: sentenceOf(error) });
    if (!isPassing(error)) return this.change(id, { state: 'failed', sentence: sentenceFor(error) });
    const { interruptions } = upload;
    this.change(id, { state: 'interrupted', interruptions: interruptions + 1 });
    const resume = () => {
      clearTimeout(timer);
      window.removeEventListener('online', resume);
      if (this.uploads.find((one) => one.id === id)?.state === 'interrupted') this.retry(id);
    };
    const timer = setTimeout(resume, 1000 * (pauses[interruptions] ?? pauses.at(-1)!));
    window.addEventListener('online', resume);
  }
}

/** Also what a proxy answers while the portal itself is restarted. */
function isPassing(error: unknown): boolean {
  return error instanceof ClientError && (passing.includes(error.code) || [502, 503, 504].includes(error.status));
}

/** The file itself cannot be taken: sent again it is refused again. */
const isOfFile = (error: unknown) => error instanceof ClientError && (error.status === 413 || error.status === 422);

function sentenceFor(error: unknown): string {
  return error instanceof ClientError && error.status === 401 ? signInSentence : sentenceOf(error);
}

/** The portal would take one of two for the other that was cut off. */
const isSameFile = (one: File, other: File) =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

/** A file that was changed or moved since it was chosen is given to no page any more. */
const isReadable = (file: File) =>
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(() => true)
    .catch(() => false);

/** Each file by itself; a ZIP is what is in it. */
async function judge(file: File, rules: UploadRules | null): Promise<{ file: File; sentence: string | null }[]> {
  if (!isArchive(file)) return isOwnFile(file.name) ? [{ file, sentence: await refuseFile(file, rules) }] : [];
  try {
    return (await Promise.all((await unpackArchive(file)).map((inside) => judge(inside, rules)))).flat();
  } catch (error) {
    if (!(error instanceof UnreadableArchive)) throw error;
    return [{ file, sentence: error.message }];
  }
}

const sameSentence = (name: string) =>
  `受け取りましたが、この会議の「${name}」と同じ内容のファイルです。まちがいのときは、資料の一覧から取り下げてください。`;

const goneSentence = '元のファイルが、送る途中で変わったか移されました。いまのファイルを、もう一度置いてください。';

const signInSentence = 'サインインの期限が切れました。別のタブでサインインしてから「もう一度送る」を押してください。';

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
