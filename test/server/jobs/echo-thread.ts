import { parentPort, threadId } from 'node:worker_threads';

parentPort!.on('message', (question: string) => {
  if (question === 'throw') throw new Error('as asked');
  if (question !== 'hang') parentPort!.postMessage({ question, threadId });
});
