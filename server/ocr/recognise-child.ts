// A process of its own: recognises Japanese print in pictures of pages, lying lines first, then standing ones.
import sharp from 'sharp';
import { createWorker, PSM, type Worker } from 'tesseract.js';
import type { Answer, Question, RecognisedLine, RecognitionData } from './recognise.ts';

const data = JSON.parse(process.argv[2]!) as RecognitionData;
/** Per cent. Below it a line is noise: a photograph, a stamp, the texture of paper. */
const legible = 45;
/** Per cent. A page of lying lines is read with more than this. */
const sure = 65;

type Writing = keyof RecognitionData;
const workers = new Map<Writing, Promise<Worker>>();

function workerFor(writing: Writing): Promise<Worker> {
  const known = workers.get(writing);
  if (known) return known;
  const made = startWorker(writing);
  workers.set(writing, made);
  return made;
}

async function startWorker(writing: Writing): Promise<Worker> {
  const worker = await createWorker(writing, 1, { langPath: data[writing], cacheMethod: 'none', gzip: true });
  const mode = writing === 'jpn' ? PSM.AUTO : PSM.SINGLE_BLOCK_VERT_TEXT;
  await worker.setParameters({ tessedit_pageseg_mode: mode });
  return worker;
}

interface Reading {
  readonly confidence: number;
  readonly lines: RecognisedLine[];
}

async function read(picture: Buffer, writing: Writing): Promise<Reading> {
  const worker = await workerFor(writing);
  const { data: page } = await worker.recognize(picture, {}, { blocks: true, text: false });
  const lines = (page.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines));
  return {
    confidence: page.confidence,
    lines: lines.flatMap(({ text, confidence, bbox: { x0, y0, x1, y1 } }) => {
      const words = closedUp(text);
      if (confidence < legible || words === '') return [];
      return [{ text: words, box: [x0, y0, x1, y1] as const, vertical: writing === 'jpn_vert' }];
    }),
  };
}

/** Japanese is set without spaces; those that stand between its characters are the recognition's. */
const closedUp = (text: string) => text.replace(/(?<=[^!-~\s])[^\S\n]+(?=[^!-~\s])/gu, '').trim();

async function recognise({ picture }: Question): Promise<Answer> {
  const { data: grey, info } = await sharp(picture)
    .greyscale()
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  const { width } = info;
  const lying = await read(grey, 'jpn');
  if (lying.confidence >= sure) return { width, lines: lying.lines };
  const standing = await read(grey, 'jpn_vert');
  return { width, lines: standing.confidence > lying.confidence ? standing.lines : lying.lines };
}

process.on('message', (question: Question) => {
  recognise(question).then(
    (answer) => process.send!(answer),
    (error: unknown) => process.send!({ failure: String(error) } satisfies Answer),
  );
});
process.on('disconnect', () => process.exit());
