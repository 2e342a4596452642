import { offlineError, refusal } from './client-error.ts';
import { doorHeader, doorOf } from './door.ts';

/**
 * Sends one file as multipart field `file`; `onProgress` is told the part sent, 0 … 1. fetch() cannot tell progress,
 * hence XMLHttpRequest. Rejects with a ClientError, or with an AbortError when `signal` stops it.
 */
export function upload<T>(
  path: string,
  file: File,
  onProgress: (part: number) => void,
  signal?: AbortSignal,
): Promise<T> {
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
