/** A line of the page that can be chosen; `box` is left, top, right, bottom in points, `name` what is said of it. */
export interface PageRow {
  readonly id: string;
  readonly box: readonly number[];
  readonly name: string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface RowHandlers {
  /** Where a pointer is on the page, in points. */
  pointOf(event: MouseEvent): Point;
  /** `point` is null where the keyboard chose. */
  choose(id: string, point: Point | null): void;
}

/** CSS pixels: who moves further selects text. */
const tapDistance = 8;

/**
 * The lines of a page that can be chosen: by a tap on the stage, which leaves text to be selected, and by keyboard and screen
 * reader as buttons that pointers pass through: one stop of the Tab key, arrows within.
 */
export class PageRows {
  private readonly host: HTMLElement;
  private readonly handlers: RowHandlers;
  private rows: readonly PageRow[] = [];
  private pressed: Point | null = null;

  constructor(host: HTMLElement, stage: HTMLElement, handlers: RowHandlers) {
    this.host = host;
    this.handlers = handlers;
    host.addEventListener('keydown', (event) => this.onKeyDown(event));
    host.addEventListener('click', (event) => {
      const { id } = (event.target as HTMLElement).dataset;
      event.stopPropagation();
      if (id !== undefined) handlers.choose(id, null);
    });
    stage.addEventListener('pointerdown', ({ clientX, clientY }) => {
      this.pressed = { x: clientX, y: clientY };
    });
    stage.addEventListener('click', (event) => this.onTap(event));
  }

  private onTap(event: MouseEvent): void {
    const { pressed, rows, handlers } = this;
    const dragged = pressed && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > tapDistance;
    if (event.detail > 1 || dragged || rows.length === 0) return;
    const point = handlers.pointOf(event);
    const row = rowAt(rows, point.x, point.y);
    if (!row) return;
    this.stopAt(row.id);
    handlers.choose(row.id, point);
  }

  show(rows: readonly PageRow[]): void {
    this.rows = rows;
    const focused = this.buttons.find((button) => button.matches(':focus'))?.dataset.id;
    this.host.replaceChildren(...rows.map(buttonOf));
    const again = this.buttons.find((button) => button.dataset.id === focused);
    const stop = again ?? this.buttons[0];
    if (stop) stop.tabIndex = 0;
    again?.focus({ preventScroll: true });
  }

  /** Puts the keyboard on a row. */
  focus(id: string): void {
    this.stopAt(id);
    this.buttons.find((button) => button.dataset.id === id)?.focus({ preventScroll: true });
  }

  /** Where the arrows go on from. */
  private stopAt(id: string): void {
    const next = this.buttons.find((button) => button.dataset.id === id);
    if (next) for (const button of this.buttons) button.tabIndex = button === next ? 0 : -1;
  }

  private get buttons(): HTMLButtonElement[] {
    return [...this.host.querySelectorAll('button')];
  }

  private onKeyDown(event: KeyboardEvent): void {
    const { buttons } = this;
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    const next = to === undefined ? undefined : buttons[to];
    if (!next) return;
    event.preventDefault();
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  }
}

function buttonOf({ id, box, name }: PageRow): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.tabIndex = -1;
  button.dataset.id = id;
  button.setAttribute('aria-label', name);
  place(button, box, 2);
  return button;
}

/** Lays an element over a box of the page, `around` points larger. */
export function place({ style }: HTMLElement, box: readonly number[], around: number): void {
  const [left = 0, top = 0, right = 0, bottom = 0] = box;
  style.left = `${left - around}px`;
  style.top = `${top - around}px`;
  style.width = `${right - left + 2 * around}px`;
  style.height = `${bottom - top + 2 * around}px`;
}

/** Points: a finger between two lines means the nearer one; further away it means none. */
const reach = 16;

/** The row at a point of the page: that on its height, else the nearest above or below; of several the nearest sideways. */
function rowAt(rows: readonly PageRow[], x: number, y: number): PageRow | undefined {
  const outside = (from: number, to: number, at: number) => Math.max(0, from - at, at - to);
  const above = ({ box }: PageRow) => outside(box[1]!, box[3]!, y);
  const beside = ({ box }: PageRow) => outside(box[0]!, box[2]!, x);
  const size = ({ box }: PageRow) => (box[2]! - box[0]!) * (box[3]! - box[1]!);
  return rows
    .filter((row) => above(row) <= reach)
    .toSorted((a, b) => above(a) - above(b) || beside(a) - beside(b) || size(a) - size(b))[0];
}
