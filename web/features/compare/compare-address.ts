import { paths } from '../../client/paths.ts';
import type { Places, Side } from './page-link.ts';

/** What the address of the screen says: two documents, or two revisions of one, and where in them. */
export class CompareAddress {
  readonly id: number;
  /** 0 where it is still to be chosen. */
  readonly other: number;
  /** Undefined for the newest. */
  readonly revisions: Readonly<Record<Side, number | undefined>>;
  /** Pages asked for; 0 where none. */
  readonly places: Places;
  /** The line to show as tapped: its index on `places.page`; null for none. */
  readonly line: string | null;

  constructor(params: Readonly<Record<string, string>>, query: URLSearchParams) {
    const asked = (name: string) => Number(query.get(name)) || 0;
    this.id = Number(params.id);
    this.other = Number(params.other) || 0;
    this.revisions = { page: asked('revision') || undefined, other: asked('otherRevision') || undefined };
    this.places = { page: asked('page'), other: asked('otherPage') };
    this.line = query.get('line');
  }

  private get query() {
    return { ...named('revision', this.revisions.page), ...named('otherRevision', this.revisions.other) };
  }

  get changes(): string {
    return paths.changes(this.id, this.other, this.query);
  }

  at({ page, other }: Places): string {
    return paths.beside(this.id, this.other, { ...this.query, page, otherPage: other });
  }

  /** Right and left exchanged. */
  swapped({ page, other }: Places): string {
    const query = { ...named('revision', this.revisions.other), ...named('otherRevision', this.revisions.page) };
    return paths.beside(this.other, this.id, { ...query, page: other, otherPage: page });
  }

  /** One of the two by itself, where it stands; before a companion was chosen, the document. */
  alone(side: Side, places: Places): string {
    if (this.other === 0) return paths.document(this.id);
    const query = { page: places[side], ...named('revision', this.revisions[side]) };
    return paths.document(side === 'page' ? this.id : this.other, query);
  }
}

function named<Name extends string>(name: Name, revision: number | undefined): Partial<Record<Name, number>> {
  return revision === undefined ? {} : ({ [name]: revision } as Record<Name, number>);
}
