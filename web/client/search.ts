import type { Found, Hits, SearchQuery, SpokenPlaces } from '../../contract/search.ts';
import { search } from './paths.ts';
import { get, type RequestOptions } from './request.ts';

/** All materials that may be read. */
export const searchMaterials = (query: SearchQuery, options?: RequestOptions) =>
  get<Found>(`/api/search${search({ ...query })}`, options);
/** Where words stand in one paper. */
export const readHits = (revisionId: number, words: string, options?: RequestOptions) =>
  get<Hits>(`/api/revisions/${revisionId}/hits${search({ words })}`, options);
/** Where what was said is, from the meeting that is shown or the document that is open. */
export const readPlaces = (said: string, from: { meeting?: number; document?: number }, options?: RequestOptions) =>
  get<SpokenPlaces>(`/api/places${search({ said, ...from })}`, options);
