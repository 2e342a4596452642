import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';

/** What the pictures of a page hold, by size: SHA-256. */
export interface PagePictures {
  readonly large: string;
  readonly small: string;
  /** Of few bytes and legible; null where there is none. */
  readonly quick: string | null;
}

const mostRevisions = 500;
/** Milliseconds: a page that was drawn anew is found after so long without its new name. */
const longestMemory = 60_000;

interface Known {
  readonly pages: ReadonlyMap<number, PagePictures>;
  readonly until: number;
}

/** As pictureNameOf in server/access says it in SQL. */
export const pictureName = ({ large, small, quick }: PagePictures) =>
  large.slice(0, 10) + small.slice(0, 6) + (quick === null ? '' : `-${quick.slice(0, 6)}`);

/** Which files are the pictures of a revision's pages: asked for once a revision, not with every picture. */
export class PictureIndex {
  readonly #db: Kysely<Tables>;
  readonly #revisions = new Map<number, Promise<Known>>();

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** Null where the page is not drawn yet. `name` is the content that is expected, where it is. */
  async find(revisionId: number, page: number, name?: string): Promise<PagePictures | null> {
    const known = await this.#revisions.get(revisionId);
    const pictures = known && known.until > Date.now() ? known.pages.get(page) : undefined;
    if (pictures && (name === undefined || pictureName(pictures) === name)) return pictures;
    return (await this.#ask(revisionId)).pages.get(page) ?? null;
  }

  #ask(revisionId: number): Promise<Known> {
    if (this.#revisions.size >= mostRevisions) this.#revisions.clear();
    const asked = listPictures(this.#db, revisionId);
    this.#revisions.set(revisionId, asked);
    asked.catch(() => this.#revisions.delete(revisionId));
    return asked;
  }
}

async function listPictures(db: Kysely<Tables>, revisionId: number): Promise<Known> {
  const rows = await db
    .selectFrom('page')
    .select(['number', 'large_sha256 as large', 'small_sha256 as small', 'quick_sha256 as quick'])
    .where('revision_id', '=', revisionId)
    .execute();
  const pages = new Map(rows.map(({ number, ...pictures }) => [number, pictures]));
  return { pages, until: Date.now() + longestMemory };
}
