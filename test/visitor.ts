import type { WebApp } from '../server/http/web-app.ts';

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  bytes: Buffer;
  text: string;
  /** The body as JSON, which each test checks itself. */
  // biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what the tests are about
  json(): any;
}

/** A browser without a screen: keeps cookies, and asks the portal through inject. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #app: WebApp;
  /** Sent with every request. */
  readonly headers: Record<string, string>;

  readonly #remoteAddress: string;

  constructor(app: WebApp, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') {
    this.#app = app;
    this.headers = headers;
    this.#remoteAddress = remoteAddress;
  }

  get(url: string, headers?: Record<string, string>): Promise<Answer> {
    return this.ask('GET', url, undefined, headers);
  }

  post(url: string, body?: object, headers?: Record<string, string>): Promise<Answer> {
    return this.ask('POST', url, body, headers);
  }

  put(url: string, body: object, headers?: Record<string, string>): Promise<Answer> {
    return this.ask('PUT', url, body, headers);
  }

  delete(url: string, headers?: Record<string, string>): Promise<Answer> {
    return this.ask('DELETE', url, undefined, headers);
  }

  /** Sends one file as a browser's form does. */
  upload(url: string, name: string | Buffer, content: Uint8Array): Promise<Answer> {
    const { payload, headers } = multipart([filePart(name, content)]);
    return this.ask('POST', url, payload, headers);
  }

  async ask(method: Method, url: string, payload?: object | string | Buffer, headers = {}): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await this.#app.inject({
      method,
      url,
      remoteAddress: this.#remoteAddress,
      headers: { ...this.headers, ...(cookie && { cookie }), ...headers },
      ...(payload !== undefined && { payload }),
    });
    for (const { name, value, expires, maxAge } of response.cookies) {
      const gone = maxAge === 0 || (expires !== undefined && expires.getTime() <= Date.now());
      if (gone) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return {
      status: response.statusCode,
      headers: response.headers,
      bytes: response.rawPayload,
      text: response.payload,
      json: () => response.json(),
    };
  }
}

const boundary = '----kurabe-test-boundary';

/** One part of a form; the name goes out in the bytes given, or as UTF-8. */
export function filePart(name: string | Buffer, content: Uint8Array, field = 'file'): Buffer {
  return Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="`),
    Buffer.from(name),
    Buffer.from('"\r\nContent-Type: application/pdf\r\n\r\n'),
    content,
    Buffer.from('\r\n'),
  ]);
}

export function textPart(field: string, text: string): Buffer {
  return Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${text}\r\n`);
}

export function multipart(parts: Buffer[]): { payload: Buffer; headers: Record<string, string> } {
  return {
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}
