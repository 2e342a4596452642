export class PageTurn extends CustomEvent<{ direction: 1 | -1 }> {
  constructor(direction: 1 | -1) {
    super('page-turn', { detail: { direction } });
  }
}

export class ZoomChanged extends CustomEvent<{ zoom: number }> {
  constructor(zoom: number) {
    super('zoom-changed', { detail: { zoom } });
  }
}

/** `point` in points from the top left of the page; null where the keyboard chose. */
export class RowChosen extends CustomEvent<{ id: string; point: { x: number; y: number } | null }> {
  constructor(id: string, point: { x: number; y: number } | null) {
    super('row-chosen', { detail: { id, point } });
  }
}
