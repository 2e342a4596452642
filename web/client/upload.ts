import { defaultOptions, type HttpRequest, type HttpResponse, Upload } from 'tus-js-client';
import type { Uploaded } from '../../contract/documents.ts';
import { ClientError, offlineError, refusal } from './client-error.ts';
import { doorHeader } from './door.ts';
import { admittedAfter } from './gate.ts';
import { post } from './request.ts';

/** What the file becomes: a document of a meeting, or the next version of a document. */
export type UploadTarget = { readonly meetingId: number } | { readonly documentId: number };

interface Course {
  /** Told the part of the file that the portal has, 0 … 1. */
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
}

const uploadsPath = '/api/uploads';
/** Bytes: what a broken line costs at most, even behind a proxy that passes nothing on before it has a whole request. */
const pieceBytes = 4 * 1024 * 1024;

/**
 * Sends a file by the protocol tus. Begun again, after a broken line or by another page of this browser, it goes on where
 * it was. Rejects with a ClientError, or with an AbortError when `signal` stops it.
 */
export async function sendFile(file: File, target: UploadTarget, course: Course): Promise<Uploaded> {
  for (;;) {
    try {
      return await sendOnce(file, target, course);
    } catch (error) {
      if (!(error instanceof ClientError) || !(await admittedAfter(error, uploadsPath))) throw error;
    }
  }
}

async function sendOnce(file: File, target: UploadTarget, course: Course): Promise<Uploaded> {
  const upload = await sendPieces(file, course);
  const id = new URL(upload.url!, location.href).pathname.split('/').at(-1);
  const place = 'meetingId' in target ? `meetings/${target.meetingId}` : `documents/${target.documentId}`;
  try {
    const uploaded = await post<Uploaded>(`/api/${place}/uploads/${id}`, undefined, { signal: course.signal });
    await forget(upload);
    return uploaded;
  } catch (error) {
    // what the file itself is refused for ends its upload
    if (error instanceof ClientError && [404, 413, 422].includes(error.status)) await forget(upload);
    throw error;
  }
}

/** Resolves once the portal has every byte. */
function sendPieces(file: File, { onProgress, signal }: Course): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: uploadsPath,
      metadata: { filename: file.name },
      chunkSize: pieceBytes,
      // the queue tries again, and says so
      retryDelays: null,
      headers: { [doorHeader]: 'official' },
      onProgress: (sent, total) => onProgress(total === 0 ? 1 : sent / total),
      onAfterResponse: refuse,
      onSuccess: () => resolve(upload),
      onError: (error) => {
        const cause = 'causingError' in error ? error.causingError : error;
        reject(cause instanceof ClientError ? cause : offlineError());
      },
    });
    const stop = () => {
      reject(new DOMException('aborted', 'AbortError'));
      void upload.abort();
    };
    signal.addEventListener('abort', stop, { once: true });
    void upload.findPreviousUploads().then(([previous]) => {
      if (signal.aborted) return;
      if (previous) upload.resumeFromPreviousUpload(previous);
      upload.start();
    });
  });
}

/** The library's own errors know no envelope; an upload that is gone it begins anew by itself. */
function refuse(request: HttpRequest, response: HttpResponse): void {
  const status = response.getStatus();
  if (status < 400 || (request.getMethod() === 'HEAD' && status === 404)) return;
  throw refusal(status, response.getBody());
}

/** Erases what the portal has of a file that is not to be sent after all; what it does not hear of it erases in time. */
export async function eraseSent(file: File): Promise<void> {
  const upload = new Upload(file, { endpoint: uploadsPath });
  const begun = await upload.findPreviousUploads();
  await forget(upload);
  const headers = { [doorHeader]: 'official' };
  for (const { uploadUrl } of begun)
    if (uploadUrl) await Upload.terminate(uploadUrl, { headers, retryDelays: null }).catch(() => undefined);
}

/** This browser keeps the address of an upload under the file's name, size and time; it is of no more use. */
async function forget(upload: Upload): Promise<void> {
  for (const { urlStorageKey } of await upload.findPreviousUploads())
    await defaultOptions.urlStorage.removeUpload(urlStorageKey);
}
