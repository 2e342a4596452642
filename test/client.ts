import { filePart, multipart } from './visitor.ts';

/** Follows cookies by hand: what a browser's address bar and its fetch do. */
export class Client {
  readonly #base: string;
  readonly #cookies = new Map<string, string>();

  constructor(base: string) {
    this.#base = base;
  }

  async ask(
    method: string,
    path: string,
    body?: object | Buffer,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const json = body !== undefined && !Buffer.isBuffer(body);
    const response = await fetch(this.#base + path, {
      method,
      redirect: 'manual',
      headers: { cookie: this.cookie, ...(json && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: json ? JSON.stringify(body) : new Uint8Array(body as Buffer) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^(\w+)=([^;]*)/.exec(cookie) ?? [];
      this.#cookies.set(name, value);
    }
    return response;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  // biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what the tests are about
  async json(method: string, path: string, body?: object): Promise<any> {
    const response = await this.ask(method, path, body);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  upload(path: string, name: string, content: Buffer): Promise<Response> {
    const { payload, headers } = multipart([filePart(name, content)]);
    return this.ask('POST', path, payload, headers);
  }
}
