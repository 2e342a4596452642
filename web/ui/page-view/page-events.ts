/** What a person did with a page: passes on through every shadow root, so that nobody has to hand it on. */
class PageEvent<T> extends CustomEvent<T> {
  constructor(name: string, detail: T) {
    super(name, { detail, bubbles: true, composed: true });
  }
}

export class PageTurn extends PageEvent<{ direction: 1 | -1 }> {
  constructor(direction: 1 | -1) {
    super('page-turn', { direction });
  }
}

/** `page` is the 1-based number in the file. */
export class PageChosen extends PageEvent<{ page: number }> {
  constructor(page: number) {
    super('page-chosen', { page });
  }
}

export class JumpAsked extends PageEvent<null> {
  constructor() {
    super('jump-asked', null);
  }
}

/** Zoomed by hand: to so many times the fit. */
export class ZoomChanged extends PageEvent<{ zoom: number }> {
  constructor(zoom: number) {
    super('zoom-changed', { zoom });
  }
}

/** By a button: one step larger or smaller. */
export class ZoomStepped extends PageEvent<{ direction: 1 | -1 }> {
  constructor(direction: 1 | -1) {
    super('zoom-stepped', { direction });
  }
}

export class FitToggled extends PageEvent<null> {
  constructor() {
    super('fit-toggled', null);
  }
}

export class ViewScrolled extends PageEvent<null> {
  constructor() {
    super('view-scrolled', null);
  }
}

/** `point` in points from the top left of the page; null where the keyboard chose. */
export class RowChosen extends PageEvent<{ id: string; point: { x: number; y: number } | null }> {
  constructor(id: string, point: { x: number; y: number } | null) {
    super('row-chosen', { id, point });
  }
}
