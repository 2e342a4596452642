import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { ErrorEnvelope } from '../../contract/errors.ts';

/**
 * Speaks to a running portal as a browser would: one cookie jar, JSON, files; what is read or uploaded while the portal has no time
 * is asked again when it says. Throws with the portal's own sentence.
 */
export class PortalClient {
  readonly #base: string;
  readonly #cookies = new Map<string, string>();

  constructor(base: string) {
    this.#base = base;
  }

  get<Answer>(path: string): Promise<Answer> {
    return this.#json('GET', path);
  }

  post<Answer>(path: string, body: object = {}): Promise<Answer> {
    return this.#json('POST', path, body);
  }

  put<Answer>(path: string, body: object): Promise<Answer> {
    return this.#json('PUT', path, body);
  }

  /** Under `name`, else its own. */
  async upload<Answer>(path: string, file: string, name = basename(file)): Promise<Answer> {
    const form = new FormData();
    form.append('file', new Blob([await readFile(file)], { type: 'application/pdf' }), name);
    return (await this.#send(path, { method: 'POST', body: form })).json() as Promise<Answer>;
  }

  /** The bytes of an answer that is not JSON. */
  async postForBytes(path: string, body: object): Promise<Uint8Array> {
    const answer = await this.#send(path, { method: 'POST', ...json(body) });
    return new Uint8Array(await answer.arrayBuffer());
  }

  async #json<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const answer = await this.#send(path, { method, ...(body && json(body)) });
    return answer.json() as Promise<Answer>;
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie);
    const answer = await fetch(this.#base + path, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    if (answer.status < 400) return answer;
    const wait = Number(answer.headers.get('retry-after'));
    if (answer.status === 503 && wait > 0 && (init.method === 'GET' || init.body instanceof FormData)) {
      await setTimeout(wait * 1000);
      return this.#send(path, init);
    }
    const { error } = (await answer.json()) as ErrorEnvelope;
    throw new Error(`${init.method} ${path}: ${error.code} ${error.message}`);
  }
}

function json(body: object) {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
