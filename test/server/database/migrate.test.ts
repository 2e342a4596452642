import { expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../server/database/connection.ts';
import { migrate } from '../../../server/database/migrate.ts';
import { describeEachKind, makeTestPlace } from '../../database.ts';

describeEachKind('migrate', (kind) => {
  test('is done once when several processes start together', async () => {
    const place = await makeTestPlace(kind);
    const first = await openDatabase(place.options);
    const databases = [first];
    const another = async (): Promise<Database> => (kind === 'embedded' ? first : openDatabase(place.options));
    for (let count = 0; count < 3; count += 1) databases.push(await another());
    await first.pool.query('drop schema public cascade; create schema public');
    const done = await Promise.all(databases.map(({ db }) => migrate(db)));
    expect(done.flat()).toContain('0001-portal');
    expect(new Set(done.flat()).size).toBe(done.flat().length);
    for (const database of new Set(databases)) await database.close();
    await place.remove();
  });
});
