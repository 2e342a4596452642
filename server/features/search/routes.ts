import type { Kysely } from 'kysely';
import { IdParams } from '../../../contract/fields.ts';
import { Found, Hits, HitsQuery, PlacesQuery, SearchQuery, SpokenPlaces } from '../../../contract/search.ts';
import type { Tables } from '../../database/tables.ts';
import type { WebApp } from '../../http/web-app.ts';
import { findSpoken } from './find-spoken.ts';
import { searchDocument, searchMaterials } from './search-materials.ts';

const byReader = { access: 'reader' as const };

/** Words in all materials and in one, and the places that people say aloud. */
export function registerSearch(app: WebApp, { db }: { db: Kysely<Tables> }): void {
  app.get(
    '/api/search',
    { config: byReader, schema: { querystring: SearchQuery, response: { 200: Found } } },
    (request) => searchMaterials(db, request.viewer, request.query),
  );

  app.get(
    '/api/revisions/:id/hits',
    { config: byReader, schema: { params: IdParams, querystring: HitsQuery, response: { 200: Hits } } },
    (request) => searchDocument(db, request.viewer, request.params.id, request.query.words),
  );

  app.get(
    '/api/places',
    { config: byReader, schema: { querystring: PlacesQuery, response: { 200: SpokenPlaces } } },
    (request) => findSpoken(db, request.viewer, request.query),
  );
}
