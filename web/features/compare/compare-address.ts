import { paths } from '../../client/paths.ts';
import type { Places, Side } from './sides.ts';

export interface Tapped {
  readonly side: Side;
  readonly x: number;
  readonly y: number;
}

/** What the address of the screen says: two documents, or two revisions of one, and where in them. */
export class CompareAddress {
  /** `beside` 0 where it is still to be chosen. */
  readonly ids: Readonly<Record<Side, number>>;
  /** Undefined for the newest. */
  readonly revisions: Readonly<Record<Side, number | undefined>>;
  /** Pages asked for; 0 where none. */
  readonly places: Places;
  /** What to show as tapped, in points of its page. */
  readonly tapped: Tapped | null;

  constructor(params: Readonly<Record<string, string>>, query: URLSearchParams) {
    const asked = (name: string) => Number(query.get(name)) || 0;
    this.ids = { own: Number(params.id) || 0, beside: Number(params.other) || 0 };
    this.revisions = { own: asked('revision') || undefined, beside: asked('otherRevision') || undefined };
    this.places = { own: asked('page'), beside: asked('otherPage') };
    this.tapped = tappedOn('own', query.get('at')) ?? tappedOn('beside', query.get('otherAt'));
  }

  private get query() {
    return { ...named('revision', this.revisions.own), ...named('otherRevision', this.revisions.beside) };
  }

  get changes(): string {
    return paths.changes(this.ids.own, this.ids.beside, this.query);
  }

  at({ own, beside }: Places): string {
    return paths.beside(this.ids.own, this.ids.beside, { ...this.query, page: own, otherPage: beside });
  }

  /** Right and left exchanged. */
  swapped({ own, beside }: Places): string {
    const query = { ...named('revision', this.revisions.beside), ...named('otherRevision', this.revisions.own) };
    return paths.beside(this.ids.beside, this.ids.own, { ...query, page: beside, otherPage: own });
  }

  /** One of the two by itself, where it stands; before a companion was chosen, the document. */
  alone(side: Side, places: Places): string {
    if (this.ids.beside === 0) return paths.document(this.ids.own);
    return paths.document(this.ids[side], { page: places[side], ...named('revision', this.revisions[side]) });
  }
}

function named<Name extends string>(name: Name, revision: number | undefined): Partial<Record<Name, number>> {
  return revision === undefined ? {} : ({ [name]: revision } as Record<Name, number>);
}

function tappedOn(side: Side, text: string | null): Tapped | null {
  const [x = Number.NaN, y = Number.NaN] = (text ?? '').split(',').map(Number);
  return text && Number.isFinite(x) && Number.isFinite(y) ? { side, x, y } : null;
}
