// Runs in a worker thread: reads the initiatives of a paper, and answers with what is to be stored.
import { parentPort, workerData } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { readInitiatives } from '../../../domain/initiatives/read-initiatives.ts';
import type { ReadAnswer, ReadQuestion } from './read-revision.ts';

const { contents, fiscalYear } = workerData as ReadQuestion;
const pages = contents.map((content) => JSON.parse(gunzipSync(content).toString()));
const read = readInitiatives(pages, fiscalYear);
const answer: ReadAnswer = {
  fiscalYear: read.fiscalYear,
  // PostgreSQL keeps no NUL in its JSON
  initiatives: JSON.stringify(read.initiatives).replaceAll('\\u0000', ''),
};
parentPort!.postMessage(answer);
