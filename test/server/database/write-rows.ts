// Run by durability.test.ts: inserts rows in a loop and prints each id only after its commit.
import { openDatabase } from '../../../server/database/connection.ts';

const { db } = await openDatabase({ folder: process.argv[2]! });
console.log('open');
for (;;) {
  const { id } = await db.transaction().execute(async (trx) => {
    const row = { name: 'くらべ'.repeat(50), department: '', phone: '' };
    return await trx.insertInto('committee').values(row).returning('id').executeTakeFirstOrThrow();
  });
  console.log(`committed ${id}`);
}
