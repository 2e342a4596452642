import { connect, createServer, type Socket } from 'node:net';

/** A line between a browser and the portal that can be held and cut, as a weak one is. */
export interface WeakLine {
  /** Without a trailing slash: the portal through this line. */
  readonly address: string;
  /** From now on passes so many bytes from the browser and holds the rest; resolves once it holds. */
  holdAfter(bytes: number): Promise<void>;
  /** Passes what it held, and everything after it. */
  release(): void;
  /** Cuts every connection, and each new one, until it is mended. */
  cut(): void;
  /** Passes everything again, on new connections. */
  mend(): void;
  close(): void;
}

export async function openWeakLine(portalAddress: string): Promise<WeakLine> {
  const port = Number(new URL(portalAddress).port);
  const sockets = new Set<Socket>();
  let left = Number.POSITIVE_INFINITY;
  let broken = false;
  let held: () => void = () => undefined;
  const server = createServer((browser) => {
    const portal = connect(port, '127.0.0.1');
    for (const [one, other] of [
      [browser, portal],
      [portal, browser],
    ] as const) {
      sockets.add(one);
      one
        .on('error', () => undefined)
        .on('close', () => {
          sockets.delete(one);
          other.destroy();
        });
    }
    if (broken) browser.destroy();
    portal.pipe(browser);
    browser.on('data', (chunk: Buffer) => {
      const passed = Math.min(left, chunk.length);
      left -= passed;
      portal.write(chunk.subarray(0, passed));
      if (passed === chunk.length) return;
      browser.pause();
      browser.unshift(chunk.subarray(passed));
      held();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port: own } = server.address() as { port: number };
  const cutAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    address: `http://127.0.0.1:${own}`,
    holdAfter: (bytes) => {
      left = bytes;
      return new Promise((resolve) => {
        held = resolve;
      });
    },
    release() {
      left = Number.POSITIVE_INFINITY;
      for (const socket of sockets) socket.resume();
    },
    cut() {
      broken = true;
      cutAll();
    },
    mend() {
      broken = false;
      left = Number.POSITIVE_INFINITY;
      cutAll();
    },
    close() {
      server.close();
      cutAll();
    },
  };
}
