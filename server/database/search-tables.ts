/** A page's text as search compares it; see domain/search. */
export interface PageSearchTable {
  revision_id: number;
  page: number;
  text: string;
  grams: number[];
}
