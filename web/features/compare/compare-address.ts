import { paths } from '../../client/paths.ts';
import type { Places, Side } from './page-link.ts';

export interface Tapped {
  readonly side: Side;
  readonly x: number;
  readonly y: number;
}

/** What the address of the screen says: two documents, or two revisions of one, and where in them. */
export class CompareAddress {
  readonly id: number;
  /** 0 where it is still to be chosen. */
  readonly other: number;
  /** Undefined for the newest. */
  readonly revisions: Readonly<Record<Side, number | undefined>>;
  /** Pages asked for; 0 where none. */
  readonly places: Places;
  /** What to show as tapped, in points of its page. */
  readonly tapped: Tapped | null;

  constructor(params: Readonly<Record<string, string>>, query: URLSearchParams) {
    const asked = (name: string) => Number(query.get(name)) || 0;
    this.id = Number(params.id);
    this.other = Number(params.other) || 0;
    this.revisions = { page: asked('revision') || undefined, other: asked('otherRevision') || undefined };
    this.places = { page: asked('page'), other: asked('otherPage') };
    this.tapped = tappedOn('page', query.get('at')) ?? tappedOn('other', query.get('otherAt'));
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

function tappedOn(side: Side, text: string | null): Tapped | null {
  const [x = Number.NaN, y = Number.NaN] = (text ?? '').split(',').map(Number);
  return text && Number.isFinite(x) && Number.isFinite(y) ? { side, x, y } : null;
}
