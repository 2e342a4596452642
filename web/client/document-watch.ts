import type { Document } from '../../contract/documents.ts';
import { type FailureFace, failureFace } from './client-error.ts';
import { readDocument } from './documents.ts';
import { isAbort } from './request.ts';

const pollMilliseconds = 1500;

/** Reads a document and reads it again while it is being processed. What was read stays when the line breaks. */
export class DocumentWatch {
  document: Document | null = null;
  failure: FailureFace | null = null;
  private readonly onChange: () => void;
  private timer = 0;
  private request: AbortController | null = null;

  constructor(onChange: () => void) {
    this.onChange = onChange;
  }

  watch(id: number, revisionId?: number): void {
    this.stop();
    this.document = null;
    this.failure = null;
    void this.read(id, revisionId);
  }

  /** Reads it again; what is shown stays meanwhile. */
  refresh(): void {
    const { document } = this;
    this.stop();
    if (document) void this.read(document.id, document.revision.id);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.request?.abort();
  }

  private async read(id: number, revisionId?: number): Promise<void> {
    const request = new AbortController();
    this.request = request;
    let again = false;
    try {
      this.document = await readDocument(id, revisionId, { signal: request.signal });
      this.failure = null;
      again = isUnfinished(this.document);
    } catch (error) {
      if (isAbort(error)) return;
      this.failure = failureFace(error);
      again = this.document !== null && isUnfinished(this.document);
    }
    if (request.signal.aborted) return;
    this.onChange();
    if (again) this.timer = window.setTimeout(() => void this.read(id, revisionId), pollMilliseconds);
  }
}

export function isUnfinished({ revision: { state } }: Document): boolean {
  return state === 'waiting' || state === 'processing';
}
