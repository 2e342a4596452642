export interface GestureHandlers {
  /** A sideways swipe: 1 to the next page, -1 to the one before. */
  swipe(direction: 1 | -1): void;
  /** Zoom by `ratio` about a point of the window. */
  zoom(ratio: number, clientX: number, clientY: number): void;
  doubleTap(clientX: number, clientY: number): void;
  /** While true a finger moves the page sideways, so a swipe does not turn it. */
  isPannable(): boolean;
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly time: number;
}

const swipeDistance = 50;
const tapDistance = 24;
const doubleTapMilliseconds = 350;

/** Fingers and the wheel on an element: swipe, pinch, double tap, Ctrl + wheel. Scrolling stays the browser's own. */
export class Gestures {
  private readonly handlers: GestureHandlers;
  private start: Point | null = null;
  private lastTap: Point | null = null;
  private spread = 0;

  constructor(target: HTMLElement, handlers: GestureHandlers) {
    this.handlers = handlers;
    target.addEventListener('touchstart', this.onTouchStart, { passive: false });
    target.addEventListener('touchmove', this.onTouchMove, { passive: false });
    target.addEventListener('touchend', this.onTouchEnd);
    target.addEventListener('touchcancel', this.onTouchCancel);
    target.addEventListener('wheel', this.onWheel, { passive: false });
    target.addEventListener('dblclick', this.onDoubleClick);
    // Safari's own pinch, on a trackpad and on a tablet.
    target.addEventListener('gesturestart', prevent);
    target.addEventListener('gesturechange', prevent);
  }

  private readonly onTouchStart = (event: TouchEvent): void => {
    if (event.touches.length === 2) {
      event.preventDefault();
      this.start = null;
      this.spread = spreadOf(event.touches);
    } else if (event.touches.length === 1) {
      this.start = pointOf(event.touches[0]!, event.timeStamp);
    }
  };

  private readonly onTouchMove = (event: TouchEvent): void => {
    if (event.touches.length !== 2 || this.spread === 0) return;
    event.preventDefault();
    const spread = spreadOf(event.touches);
    const [one, other] = [event.touches[0]!, event.touches[1]!];
    this.handlers.zoom(spread / this.spread, (one.clientX + other.clientX) / 2, (one.clientY + other.clientY) / 2);
    this.spread = spread;
  };

  private readonly onTouchEnd = (event: TouchEvent): void => {
    if (event.touches.length < 2) this.spread = 0;
    const touch = event.changedTouches[0];
    const { start } = this;
    this.start = null;
    if (!start || !touch || event.touches.length > 0) return;
    const end = pointOf(touch, event.timeStamp);
    const across = end.x - start.x;
    const down = end.y - start.y;
    if (Math.hypot(across, down) < tapDistance) this.tap(end, event);
    else if (Math.abs(across) > swipeDistance && Math.abs(across) > Math.abs(down) * 1.5 && !this.handlers.isPannable())
      this.handlers.swipe(across < 0 ? 1 : -1);
  };

  private readonly onTouchCancel = (): void => {
    this.start = null;
    this.spread = 0;
  };

  private tap(end: Point, event: TouchEvent): void {
    const { lastTap } = this;
    this.lastTap = end;
    if (!lastTap || end.time - lastTap.time > doubleTapMilliseconds) return;
    if (Math.hypot(end.x - lastTap.x, end.y - lastTap.y) > tapDistance * 2) return;
    // Keeps the browser from sending the same as a double click.
    event.preventDefault();
    this.lastTap = null;
    this.handlers.doubleTap(end.x, end.y);
  }

  private readonly onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.handlers.zoom(Math.exp(-event.deltaY / 300), event.clientX, event.clientY);
  };

  /** A double click on words selects them, as everywhere. */
  private readonly onDoubleClick = (event: MouseEvent): void => {
    const onWords = event.composedPath().some((target) => target instanceof HTMLParagraphElement);
    if (!onWords) this.handlers.doubleTap(event.clientX, event.clientY);
  };
}

function prevent(event: Event): void {
  event.preventDefault();
}

function pointOf(touch: Touch, time: number): Point {
  return { x: touch.clientX, y: touch.clientY, time };
}

function spreadOf(touches: TouchList): number {
  const [one, other] = [touches[0]!, touches[1]!];
  return Math.max(1, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY));
}
