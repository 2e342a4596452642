import type { Kysely } from 'kysely';
import { City } from '../../../contract/city.ts';
import { tidyPostalCode } from '../../../domain/japanese/contact.ts';
import { requireEdition } from '../../access/editable.ts';
import { officialIn } from '../../access/rule.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import type { WebApp } from '../../http/web-app.ts';

export function registerCity(app: WebApp, { db }: { db: Kysely<Tables> }): void {
  app.get('/api/city', { config: { access: 'administrator' }, schema: { response: { 200: City } } }, () =>
    findCity(db),
  );

  app.put(
    '/api/city',
    { config: { access: 'administrator' }, schema: { body: City, response: { 200: City } } },
    async (request) => {
      await updateCity(db, officialIn(request.viewer), request.body);
      return findCity(db);
    },
  );
}

async function findCity(db: Kysely<Tables>): Promise<City> {
  const city = await db.selectFrom('city').selectAll().executeTakeFirstOrThrow();
  return {
    name: city.name,
    postalCode: city.postal_code,
    address: city.address,
    senderTitle: city.sender_title,
    senderName: city.sender_name,
    edition: city.edition,
    window: { left: city.window_left, top: city.window_top, width: city.window_width, height: city.window_height },
  };
}

/** Throws `changed_elsewhere` where it was changed since `city.edition` was read. */
async function updateCity(db: Kysely<Tables>, official: Official, city: City): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    requireEdition(await transaction.selectFrom('city').select('edition').forUpdate().executeTakeFirst(), city.edition);
    await transaction
      .updateTable('city')
      .set({
        name: city.name.trim(),
        postal_code: tidyPostalCode(city.postalCode),
        address: city.address.trim(),
        sender_title: city.senderTitle.trim(),
        sender_name: city.senderName.trim(),
        edition: city.edition + 1,
        window_left: city.window.left,
        window_top: city.window.top,
        window_width: city.window.width,
        window_height: city.window.height,
      })
      .execute();
    await recordAct(transaction, official, 'city-changed');
  });
}
