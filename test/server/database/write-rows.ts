// Run by durability.test.ts: inserts rows in a loop and prints each id only after its commit. Ends in order on SIGTERM.
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '../../../server/database/connection.ts';
import { migrate } from '../../../server/database/migrate.ts';

const database = await openDatabase({ folder: process.argv[2]!, onError: () => {} });
await migrate(database.db);
console.log('open');
let stopping = false;
process.on('SIGTERM', () => {
  stopping = true;
});
while (!stopping) {
  try {
    const { id } = await database.db.transaction().execute(async (trx) => {
      const row = { name: 'くらべ'.repeat(50), department: '', phone: '' };
      return await trx.insertInto('committee').values(row).returning('id').executeTakeFirstOrThrow();
    });
    console.log(`committed ${id}`);
  } catch {
    // the database is being started again
    await wait(20);
  }
}
await database.close();
