/** A place on the page in parts of it, with the pressure, 0 to 1. */
export interface InkPoint {
  readonly x: number;
  readonly y: number;
  readonly pressure: number;
}

export interface InkHandlers {
  /** True where a pointer draws now: else it reads, scrolls and turns pages. */
  isDrawing(): boolean;
  begin(): void;
  /** All that came since the last frame of the screen. */
  add(points: readonly InkPoint[]): void;
  end(): void;
  /** What was begun was none: a second finger came. */
  abandon(): void;
}

/** Milliseconds for which a hand beside a pen that was near is its palm. */
const palm = 700;

/**
 * Pointers on a page: a pen draws, with all points that the device measured; a finger draws until a pen has come near, then it scrolls,
 * and while the pen is near it is a palm and does nothing. Two fingers zoom.
 */
export class Ink {
  private readonly target: HTMLElement;
  private readonly handlers: InkHandlers;
  private pointer: number | null = null;
  private penNear = 0;
  private hasPen = false;

  constructor(target: HTMLElement, handlers: InkHandlers) {
    this.target = target;
    this.handlers = handlers;
    target.addEventListener('pointerdown', this.onDown);
    target.addEventListener('pointermove', this.onMove);
    target.addEventListener('pointerup', this.onUp);
    target.addEventListener('pointercancel', this.onCancel);
    target.addEventListener('pointerenter', this.onNear);
    // the stage's own: swipes, double taps, the choice of rows
    for (const name of ['touchstart', 'touchmove'] as const)
      target.addEventListener(name, this.onTouch, { passive: false });
    for (const name of ['click', 'dblclick'] as const)
      target.addEventListener(name, (event) => handlers.isDrawing() && event.stopPropagation());
  }

  /** How the browser is to take fingers on the page. */
  get touchAction(): string {
    return this.hasPen ? 'pan-x pan-y' : 'none';
  }

  private readonly onNear = (event: PointerEvent): void => {
    if (event.pointerType !== 'pen') return;
    this.penNear = event.timeStamp;
    if (this.hasPen) return;
    this.hasPen = true;
    if (this.handlers.isDrawing()) this.target.style.touchAction = this.touchAction;
  };

  private readonly onTouch = (event: TouchEvent): void => {
    if (!this.handlers.isDrawing()) return;
    const isPalm = this.pointer !== null || event.timeStamp - this.penNear < palm;
    if (this.hasPen && isPalm && event.cancelable) event.preventDefault();
    if (event.touches.length < 2 || (this.hasPen && isPalm)) event.stopPropagation();
  };

  private readonly onDown = (event: PointerEvent): void => {
    this.onNear(event);
    if (!this.handlers.isDrawing() || event.button !== 0) return;
    if (event.pointerType === 'touch' && this.hasPen) return;
    if (this.pointer !== null) {
      // a second finger: both zoom
      if (event.pointerType === 'touch') this.leave(() => this.handlers.abandon());
      return;
    }
    event.preventDefault();
    this.pointer = event.pointerId;
    this.target.setPointerCapture(event.pointerId);
    this.handlers.begin();
    this.handlers.add([this.pointOf(event)]);
  };

  private readonly onMove = (event: PointerEvent): void => {
    if (event.pointerType === 'pen') this.penNear = event.timeStamp;
    if (event.pointerId !== this.pointer) return;
    const all = event.getCoalescedEvents?.() ?? [];
    this.handlers.add((all.length > 0 ? all : [event]).map((one) => this.pointOf(one)));
  };

  private readonly onUp = (event: PointerEvent): void => {
    if (event.pointerId === this.pointer) this.leave(() => this.handlers.end());
  };

  private readonly onCancel = (event: PointerEvent): void => {
    if (event.pointerId !== this.pointer) return;
    // what a pen has written stands
    this.leave(() => (event.pointerType === 'pen' ? this.handlers.end() : this.handlers.abandon()));
  };

  private leave(how: () => void): void {
    this.pointer = null;
    how();
  }

  private pointOf(event: PointerEvent): InkPoint {
    const { left, top, width, height } = this.target.getBoundingClientRect();
    const pressure = event.pointerType === 'pen' && event.pressure > 0 ? event.pressure : 0.5;
    return {
      x: rounded((event.clientX - left) / width),
      y: rounded((event.clientY - top) / height),
      pressure: rounded(pressure),
    };
  }
}

/** A ten-thousandth of A4's width is 0.02 mm. */
const rounded = (value: number) => Math.round(value * 10_000) / 10_000;
