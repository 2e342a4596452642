import type { Kysely, Transaction } from 'kysely';
import { City, EnvelopeWindow } from '../../../contract/city.ts';
import { tidyPostalCode } from '../../../domain/japanese/contact.ts';
import { DomainError } from '../../../domain/meetings/error-code.ts';
import { requireEdition } from '../../access/editable.ts';
import { officialIn, requireProof } from '../../access/rule.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import { fileAnswer } from '../../http/describe-api.ts';
import { dispositionOf } from '../../http/downloads.ts';
import type { WebApp } from '../../http/web-app.ts';
import { printWindowSheet } from '../../print/print-window-sheet.ts';

export function registerCity(app: WebApp, { db }: { db: Kysely<Tables> }): void {
  app.get('/api/city', { config: { access: 'administrator' }, schema: { response: { 200: City } } }, () =>
    findCity(db),
  );

  app.put(
    '/api/city',
    { config: { access: 'administrator' }, schema: { body: City, response: { 200: City } } },
    async (request) => {
      const { passkeysDemanded } = await findCity(db);
      // who may come in is changed by nobody at a screen that was left open
      if (passkeysDemanded !== request.body.passkeysDemanded) requireProof(request.viewer);
      await updateCity(db, officialIn(request.viewer), request.body);
      return findCity(db);
    },
  );

  // the window as it stands in the form: it is tried before it is saved
  app.get(
    '/api/city/window-sheet.pdf',
    {
      config: { access: 'administrator' },
      schema: { querystring: EnvelopeWindow, response: fileAnswer('application/pdf') },
    },
    async (request, reply) =>
      reply
        .type('application/pdf')
        .header('content-disposition', dispositionOf('inline', '窓付き封筒の試し刷り.pdf'))
        .send(await printWindowSheet(request.query)),
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
    passkeysDemanded: city.passkeys_demanded,
    edition: city.edition,
    window: { left: city.window_left, top: city.window_top, width: city.window_width, height: city.window_height },
  };
}

/** Throws `changed_elsewhere` where it was changed since `city.edition` was read, and `own_passkey_first`. */
async function updateCity(db: Kysely<Tables>, official: Official, city: City): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const stored = await transaction
      .selectFrom('city')
      .select(['edition', 'passkeys_demanded'])
      .forUpdate()
      .executeTakeFirst();
    requireEdition(stored, city.edition);
    if (city.passkeysDemanded) await requireOwnPasskey(transaction, official);
    await transaction
      .updateTable('city')
      .set({
        name: city.name.trim(),
        postal_code: tidyPostalCode(city.postalCode),
        address: city.address.trim(),
        sender_title: city.senderTitle.trim(),
        sender_name: city.senderName.trim(),
        edition: city.edition + 1,
        passkeys_demanded: city.passkeysDemanded,
        window_left: city.window.left,
        window_top: city.window.top,
        window_width: city.window.width,
        window_height: city.window.height,
      })
      .execute();
    const isNew = stored?.passkeys_demanded !== city.passkeysDemanded;
    const detail = isNew ? { passkeysDemanded: city.passkeysDemanded } : {};
    await recordAct(transaction, official, 'city-changed', {}, detail);
  });
}

/** So that there is always an administrator who can come in. */
async function requireOwnPasskey(transaction: Transaction<Tables>, official: Official): Promise<void> {
  const own = await transaction.selectFrom('passkey').select('id').where('official_id', '=', official.id).execute();
  if (own.length === 0) throw new DomainError('own_passkey_first');
}
