// Run by kill.test.ts: works on the jobs of a database; "hang" never finishes the one it takes.
import { openDatabase } from '../../../server/database/connection.ts';
import { startJobs } from '../../../server/jobs/jobs.ts';

const [place, behaviour] = process.argv.slice(2);
const database = await openDatabase(JSON.parse(place!));
const jobs = await startJobs<{ read: { number: number } }>({
  database,
  handlers: {
    read: {
      concurrency: 1,
      deadlineSeconds: 60,
      retryLimit: 2,
      async handler({ data, attempt }) {
        console.log(`started ${data.number} attempt ${attempt}`);
        if (behaviour === 'hang') await new Promise(() => {});
        console.log(`done ${data.number}`);
      },
    },
  },
});
if (behaviour === 'hang') await jobs.enqueue('read', { number: 7 });
console.log('ready');
