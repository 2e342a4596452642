import type { Box } from '../sheet/page-content.ts';
import type { TurnedPage } from '../sheet/turned-page.ts';
import type { Entry } from './entry.ts';

/** The entry with its boxes where the page shows them. */
export function turnEntryBack(entry: Entry, pages: ReadonlyMap<number, TurnedPage>): Entry {
  const on = (page: number, box: Box) => pages.get(page)?.back(box) ?? box;
  const quantities = entry.quantities.map((placed) => ({ ...placed, box: on(placed.page, placed.box) }));
  return { ...entry, box: on(entry.page, entry.box), quantities };
}
