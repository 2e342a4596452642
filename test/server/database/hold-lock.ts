// Run by lock.test.ts: takes the lock of a folder, says so, and keeps it until it is killed.
import { lockFolder } from '../../../server/database/lock.ts';

try {
  await lockFolder(process.argv[2]!);
  console.log('held');
  setInterval(() => {}, 60_000);
} catch (error) {
  console.log(error instanceof Error && error.name === 'DatabaseRefusal' ? 'refused' : error);
}
