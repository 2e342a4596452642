import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Around {
  /** The things in their order, as they lie on the screen. */
  readonly items: () => readonly HTMLElement[];
  /** One of them is to stand at another place of the list. */
  readonly drop: (from: number, to: number) => void;
}

/** CSS pixels from the window's edge where the page moves on under what is dragged, and how far each time. */
const edge = 80;
const step = 12;

/** Things of a list are put in order by mouse, pen or finger; Escape lets go. Those with a keyboard have buttons beside. */
export class DragOrder implements ReactiveController {
  /** What is dragged, and the place in the list where it would fall; null while nothing is. */
  state: { readonly from: number; readonly to: number } | null = null;
  private readonly host: ReactiveControllerHost;
  private readonly around: Around;
  private over: AbortController | null = null;

  constructor(host: ReactiveControllerHost, around: Around) {
    this.host = host;
    this.around = around;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.end();
  }

  /** From a handle's pointerdown; its CSS has `touch-action: none`. */
  start(event: PointerEvent, index: number): void {
    if (event.button !== 0) return;
    event.preventDefault();
    this.end();
    this.over = new AbortController();
    const { signal } = this.over;
    this.set({ from: index, to: index });
    window.addEventListener('pointermove', (moved) => this.move(moved), { signal });
    window.addEventListener('pointerup', () => this.drop(), { signal });
    window.addEventListener('pointercancel', () => this.end(), { signal });
    window.addEventListener('keydown', ({ key }) => key === 'Escape' && this.end(), { signal });
  }

  private move({ clientY }: PointerEvent): void {
    if (!this.state) return;
    if (clientY < edge) window.scrollBy(0, -step);
    if (clientY > window.innerHeight - edge) window.scrollBy(0, step);
    const { from } = this.state;
    const others = this.around.items().filter((_, index) => index !== from);
    const to = others.filter((item) => middleOf(item) < clientY).length;
    if (to !== this.state.to) this.set({ from, to });
  }

  private drop(): void {
    const { state } = this;
    this.end();
    if (state && state.from !== state.to) this.around.drop(state.from, state.to);
  }

  private end(): void {
    this.over?.abort();
    this.over = null;
    if (this.state) this.set(null);
  }

  private set(state: DragOrder['state']): void {
    this.state = state;
    this.host.requestUpdate();
  }
}

function middleOf(item: HTMLElement): number {
  const { top, height } = item.getBoundingClientRect();
  return top + height / 2;
}
