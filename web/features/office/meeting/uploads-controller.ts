import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DocumentSummary, UploadRules } from '../../../../contract/documents.ts';
import { announce } from '../../../ui/announce.ts';
import type { Fired } from '../../../ui/events.ts';
import { type Upload, type UploadQueue, uploadsOf } from './upload-queue.ts';

/** Shows a meeting's uploads in its host; `received` is called for each file that the portal has taken. */
export class UploadsController implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly received: () => void;
  private queue: UploadQueue | null = null;

  constructor(host: ReactiveControllerHost, received: () => void) {
    this.host = host;
    this.received = received;
    host.addController(this);
  }

  get list(): readonly Upload[] {
    return this.queue?.uploads ?? [];
  }

  follow(meetingId: number): void {
    this.hostDisconnected();
    this.queue = uploadsOf(meetingId);
    this.queue.addEventListener('change', this.onChange);
    this.queue.addEventListener('received', this.onReceived);
  }

  hostDisconnected(): void {
    this.queue?.removeEventListener('change', this.onChange);
    this.queue?.removeEventListener('received', this.onReceived);
    this.queue = null;
  }

  see(documents: readonly DocumentSummary[]): void {
    this.queue?.see(documents);
  }

  add(files: readonly File[], documents: readonly DocumentSummary[], rules: UploadRules | null): void {
    announce(`${files.length}件のファイルを受け付けました。`);
    void this.queue?.add(files, documents, rules);
  }

  replace(file: File, document: DocumentSummary, rules: UploadRules | null): void {
    announce('差替えのファイルを受け付けました。');
    void this.queue?.replace(file, document, rules);
  }

  decide({ id, decision }: Fired<'upload-decided'>['detail']): void {
    if (decision === 'retry') this.queue?.retry(id);
    else if (decision === 'dismiss' || decision === 'withdraw') this.queue?.dismiss(id);
    else this.queue?.answer(id, decision);
  }

  private readonly onChange = (): void => {
    const asking = this.list.filter(({ state }) => state === 'asking').length;
    const bad = this.list.filter(({ state }) => state === 'failed' || state === 'refused').length;
    if (asking !== this.asking && asking > 0)
      announce(`${asking}件のファイルについて、差替えかどうかを選んでください。`);
    else if (bad > this.bad) announce(`${bad}件のファイルを送れませんでした。`);
    this.asking = asking;
    this.bad = bad;
    this.host.requestUpdate();
  };
  private asking = 0;
  private bad = 0;

  private readonly onReceived = (): void => {
    if (!this.queue?.unfinished) announce('すべてのファイルを送りました。続けてページを読み取っています。');
    this.received();
  };
}
