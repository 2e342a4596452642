import { expect, test } from 'vitest';
import { openDatabase } from '../../../server/database/connection.ts';
import { migrate } from '../../../server/database/migrate.ts';
import { makeTestPlace } from '../../database.ts';

test('migrating is done once when several processes start together', async () => {
  const place = await makeTestPlace('postgres');
  const databases = await Promise.all([0, 1, 2, 3].map(() => openDatabase(place.options)));
  await databases[0]!.pool.query('drop schema public cascade; create schema public');
  const done = await Promise.all(databases.map(({ db }) => migrate(db)));
  expect(done.flat()).toContain('0001-portal');
  expect(new Set(done.flat()).size).toBe(done.flat().length);
  for (const database of databases) await database.close();
  await place.remove();
});
