import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A line that was recognised in a picture, its box in pixels of the picture: left, top, right, bottom. */
export interface RecognisedLine {
  readonly text: string;
  readonly box: readonly [number, number, number, number];
  readonly vertical: boolean;
}

/** Where the data of each way of writing lie. */
export interface RecognitionData {
  readonly jpn: string;
  readonly jpn_vert: string;
}

/** `width` of the picture in pixels. */
export interface Recognised {
  readonly width: number;
  readonly lines: readonly RecognisedLine[];
}

/** What the child is told, and what it answers. */
export type Question = { readonly picture: Uint8Array };
export type Answer = Recognised | { readonly failure: string };

const program = fileURLToPath(new URL('./recognise-child.ts', import.meta.url));
/** Milliseconds by the clock for a page; a busy machine takes ten times as long as a quiet one. */
const longestPage = 10 * 60_000;

/** The packages that recognise print, where they are installed: they are optional. Null where they are not. */
export function findRecognition(): RecognitionData | null {
  try {
    import.meta.resolve('tesseract.js');
    return { jpn: folderOf('jpn'), jpn_vert: folderOf('jpn_vert') };
  } catch {
    return null;
  }
}

const folderOf = (name: string) =>
  join(dirname(fileURLToPath(import.meta.resolve(`@tesseract.js-data/${name}/package.json`))), '4.0.0_best_int');

/** Reads print from pictures of pages, one after the other, in a process that gives way to every other. */
export class Recogniser {
  private readonly data: RecognitionData;
  private child: ChildProcess | null = null;

  constructor(data: RecognitionData) {
    this.data = data;
  }

  /** `picture` as sharp reads it. Throws where the process ends or is too slow, and the signal's reason where aborted. */
  async recognise(picture: Uint8Array, signal: AbortSignal): Promise<Recognised> {
    this.child ??= this.start();
    const { child } = this;
    const limit = AbortSignal.any([signal, AbortSignal.timeout(longestPage)]);
    const ended = once(child, 'exit', { signal: limit }).then(() => {
      throw new Error('the process that recognises print ended');
    });
    const answered = once(child, 'message', { signal: limit });
    child.send({ picture } satisfies Question);
    try {
      const [answer] = (await Promise.race([answered, ended])) as [Answer];
      if ('failure' in answer) throw new Error(answer.failure);
      return answer;
    } catch (error) {
      this.close();
      throw error;
    } finally {
      // whichever of the two is late fails where nobody waits
      answered.catch(() => undefined);
      ended.catch(() => undefined);
    }
  }

  close(): void {
    this.child?.kill('SIGKILL');
    this.child = null;
  }

  private start(): ChildProcess {
    // Nothing of the server's environment, where its secrets are.
    const child = fork(program, [JSON.stringify(this.data)], {
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    return child;
  }
}
