import { ClientError, offlineError, refusal } from './client-error.ts';
import { doorHeader, doorOf } from './door.ts';
import { admittedAfter } from './gate.ts';

/**
 * Sends one file as multipart field `file`; `onProgress` is told the part sent, 0 … 1. fetch() cannot tell progress,
 * hence XMLHttpRequest. Rejects with a ClientError, or with an AbortError when `signal` stops it.
 */
export async function upload<T>(
  path: string,
  file: File,
  onProgress: (part: number) => void,
  signal?: AbortSignal,
): Promise<T> {
  try {
    return await send<T>(path, file, onProgress, signal);
  } catch (error) {
    if (!(error instanceof ClientError) || !(await admittedAfter(error, path))) throw error;
    return send<T>(path, file, onProgress, signal);
  }
}

function send<T>(path: string, file: File, onProgress: (part: number) => void, signal?: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader(doorHeader, doorOf(location));
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as T);
      else reject(refusal(request.status, request.responseText));
    };
    request.onerror = () => reject(offlineError());
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}
