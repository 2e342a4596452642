import { connect, type Socket } from 'node:net';

/** One tablet's work: its cookie, and addresses asked for one after the other over one connection. */
export interface LoadTask {
  readonly cookie: string;
  readonly paths: readonly string[];
}

export interface LoadResult {
  /** Milliseconds of each request, in the order they ended. */
  readonly taken: number[];
  /** Answers by status; 0 where the line broke. */
  readonly statuses: Record<string, number>;
  readonly seconds: number;
}

/** Runs all tasks at once, each over a connection of its own, with as little of this process's time as can be. */
async function runLoad(port: number, tasks: readonly LoadTask[]): Promise<LoadResult> {
  const taken: number[] = [];
  const statuses: Record<string, number> = {};
  const start = performance.now();
  await Promise.all(
    tasks.map((task) =>
      runTask(port, task, (status, milliseconds) => {
        statuses[status] = (statuses[status] ?? 0) + 1;
        taken.push(milliseconds);
      }),
    ),
  );
  return { taken, statuses, seconds: (performance.now() - start) / 1000 };
}

async function runTask(port: number, { cookie, paths }: LoadTask, done: (status: number, ms: number) => void) {
  const socket = connect(port, '127.0.0.1');
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  socket.setNoDelay(true);
  for (const path of paths) {
    const start = performance.now();
    socket.write(
      `GET ${path} HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\naccept-encoding: gzip, br\r\nx-kurabe-door: member\r\n\r\n`,
    );
    const status = await readAnswer(socket).catch(() => 0);
    done(status, performance.now() - start);
    if (status === 0) break;
  }
  socket.end();
}

/** The status of an answer, once all of it has come: by its length, or chunked. Rejects where the line ends before. */
function readAnswer(socket: Socket): Promise<number> {
  return new Promise((resolve, reject) => {
    let status = 0;
    let tail = '';
    let left: number | null = null;
    const take = (chunk: Buffer) => {
      if (left !== null && left > 0) left -= chunk.length;
      else tail += chunk.toString('latin1');
      if (left === null) {
        const border = tail.indexOf('\r\n\r\n');
        if (border < 0) return;
        status = Number(tail.slice(9, 12));
        const length = /\r\ncontent-length: (\d+)/i.exec(tail.slice(0, border));
        left = length ? Number(length[1]) - (tail.length - border - 4) : -1;
      }
      if (left === 0 || (left < 0 && tail.endsWith('\r\n0\r\n\r\n'))) finish(() => resolve(status));
    };
    const finish = (settle: () => void) => {
      socket.off('data', take).off('close', broken).off('error', broken);
      settle();
    };
    const broken = () => finish(() => reject(new Error('the line broke')));
    socket.on('data', take).on('close', broken).on('error', broken);
  });
}

/** As a process of its own: takes { port, tasks } as JSON on standard input, gives the result. */
if (import.meta.main) {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  const { port, tasks } = JSON.parse(Buffer.concat(chunks).toString());
  process.stdout.write(JSON.stringify(await runLoad(port, tasks)));
}
