import type { Kysely } from 'kysely';
import type { HitLine } from '../../../contract/search.ts';
import { findHits } from '../../../domain/search/find-hits.ts';
import type { Query } from '../../../domain/search/query.ts';
import { isRecognised, pageLines } from '../../access/page-lines.ts';
import type { Tables } from '../../database/tables.ts';
import type { PagePlace } from './find-pages.ts';

export interface HitPage extends PagePlace {
  readonly label: string | null;
  readonly width: number;
  readonly height: number;
  readonly isRecognised: boolean;
  readonly lines: HitLine[];
}

/** The lines of these pages in which the words stand, in the order of the pages. */
export async function readHitPages(db: Kysely<Tables>, places: readonly PagePlace[], query: Query): Promise<HitPage[]> {
  if (places.length === 0) return [];
  const pages = await db
    .selectFrom('page')
    .select(['revision_id as revisionId', 'number as page', 'label', 'width', 'height'])
    .select([pageLines.as('lines'), isRecognised.as('isRecognised')])
    .where((eb) =>
      eb(
        eb.refTuple('revision_id', 'number'),
        'in',
        places.map(({ revisionId, page }) => eb.tuple(revisionId, page)),
      ),
    )
    .execute();
  const rows = await listRows(db, places);
  return places.flatMap(({ revisionId, page }) => {
    const found = pages.find((one) => one.revisionId === revisionId && one.page === page);
    if (!found) return [];
    const hits = findHits(
      found.lines.map(({ text }) => text),
      query,
    );
    const lines = hits.map(({ line, marks }) => {
      const { text, box } = found.lines[line]!;
      return { text, box: [...box], marks: [...marks], row: rowAt(rows.get(keyOf(revisionId, page)) ?? [], box) };
    });
    const { label, width, height, isRecognised: recognised } = found;
    return [{ revisionId, page, label, width, height, isRecognised: recognised, lines }];
  });
}

interface Row {
  readonly index: number;
  readonly box: readonly number[];
}

/** The rows with values that the comparisons know on these pages. */
async function listRows(db: Kysely<Tables>, places: readonly PagePlace[]): Promise<Map<string, Row[]>> {
  const revisions = [...new Set(places.map(({ revisionId }) => revisionId))];
  const pages = await db
    .selectFrom('comparison')
    .innerJoin('comparison_page as compared', 'compared.comparison_id', 'comparison.id')
    .select(['compared.page', 'compared.lines'])
    .select((eb) =>
      eb
        .case()
        .when('compared.side', '=', 'newer')
        .then(eb.ref('comparison.newer_revision_id'))
        .else(eb.ref('comparison.older_revision_id'))
        .end()
        .as('revisionId'),
    )
    .where((eb) =>
      eb.or([
        eb.and([eb('compared.side', '=', 'newer'), eb('comparison.newer_revision_id', 'in', revisions)]),
        eb.and([eb('compared.side', '=', 'older'), eb('comparison.older_revision_id', 'in', revisions)]),
      ]),
    )
    .where('compared.page', 'in', [...new Set(places.map(({ page }) => page))])
    .execute();
  return new Map(
    pages.map(({ revisionId, page, lines }) => [
      keyOf(revisionId, page),
      lines.filter(({ values }) => values.length > 0).map(({ index, place }) => ({ index, box: place.box })),
    ]),
  );
}

const keyOf = (revisionId: number, page: number) => `${revisionId} ${page}`;

/** The row that the middle of a line lies in; of several the lowest, since a table's rows may lie in a larger one. */
function rowAt(rows: readonly Row[], [left = 0, top = 0, right = 0, bottom = 0]: readonly number[]): number | null {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const height = ({ box: [, from = 0, , to = 0] }: Row) => to - from;
  const around = rows.filter(({ box: [x0 = 0, y0 = 0, x1 = 0, y1 = 0] }) => x0 <= x && x <= x1 && y0 <= y && y <= y1);
  return around.sort((a, b) => height(a) - height(b))[0]?.index ?? null;
}
