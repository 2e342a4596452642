/** What is to stand before a measure ends. */
export interface Wanted {
  /** The page whose large picture stands in each pane. */
  readonly page: number;
  readonly other: number;
  /** After a tap: the values on the card, older and newer; the line and its counterpart are then marked and level too. */
  readonly values?: readonly [older: string, newer: string];
}

export interface Gauge {
  /** From now on the next such event is measured. */
  arm(event: 'pointerdown' | 'keydown', wanted: Wanted): void;
  /** Milliseconds from that event's own time stamp to the end of the frame in which `wanted` is painted. */
  measured: Promise<number>;
  /** Resolves once it stands, whatever began it. */
  stands(wanted: Wanted): Promise<number>;
  /** The sheet of the first pane on the screen, in CSS pixels. */
  sheet(): { left: number; top: number; width: number };
  goTo(side: 'page' | 'other', page: number): void;
  /** Since the last call. */
  takeLongTasks(): number[];
  /** Bytes of all pictures with content and all canvases at their largest so far. */
  peakBytes: number;
}

declare global {
  interface Window {
    gauge: Gauge;
  }
}

/** Runs in the page before anything of it: counts what is decoded and drawn, and looks at the panes frame by frame. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the browser is given the text of this one function
export function installGauge(): void {
  const decoded = new WeakSet<HTMLImageElement>();
  const alive = new Set<WeakRef<HTMLImageElement | HTMLCanvasElement>>();
  const decode = HTMLImageElement.prototype.decode;
  HTMLImageElement.prototype.decode = function (this: HTMLImageElement) {
    alive.add(new WeakRef(this));
    return decode.call(this).then(() => void decoded.add(this));
  };
  const create = Document.prototype.createElement;
  Document.prototype.createElement = function (this: Document, ...asked: Parameters<typeof create>) {
    const element = create.apply(this, asked);
    if (element instanceof HTMLCanvasElement) alive.add(new WeakRef(element));
    return element;
  } as typeof create;

  const longTasks: number[] = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  }).observe({ type: 'longtask' });

  const screen = () => document.querySelector('kurabe-app')?.shadowRoot?.querySelector('compare-page')?.shadowRoot;
  const pane = (side: string) => screen()?.querySelector(`compare-pane[data-side=${side}]`) ?? null;
  const view = (side: string) => pane(side)?.shadowRoot?.querySelector('ui-page-view')?.shadowRoot ?? null;
  const hasPicture = (side: string, page: number) => {
    const image = view(side)?.querySelector<HTMLImageElement>('.picture img');
    return Boolean(image?.src.includes(`/pages/${page}/picture/large`) && decoded.has(image));
  };
  const heightOf = (mark: string) =>
    [view('page'), view('other')].flatMap(
      (root) => root?.querySelector(`.mark.${mark}`)?.getBoundingClientRect().top ?? [],
    );
  const card = () => screen()?.querySelector('compare-foot')?.shadowRoot?.querySelector('compare-card')?.shadowRoot;
  const isAnswered = (values: readonly string[]) => {
    const [chosen] = heightOf('chosen');
    const [counterpart] = heightOf('counterpart');
    if (chosen === undefined || counterpart === undefined || Math.abs(chosen - counterpart) > 4) return false;
    const words = [...(card()?.querySelectorAll('dd') ?? [])].map((one) => one.textContent?.trim());
    return values.every((value, index) => words[index] === value);
  };
  const holds = ({ page, other, values }: Wanted) =>
    hasPicture('page', page) && hasPicture('other', other) && (!values || isAnswered(values));

  const painted = () =>
    new Promise<number>((resolve) => {
      // a task posted from a frame's callback runs once that frame is painted
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      });
    });
  const gauge: Gauge = {
    peakBytes: 0,
    stands: async (wanted) => {
      const limit = performance.now() + 20_000;
      while (!holds(wanted)) {
        if (performance.now() > limit) throw new Error(`does not stand: ${JSON.stringify(wanted)}`);
        await new Promise(requestAnimationFrame);
      }
      return painted();
    },
    arm: (type, wanted) => {
      gauge.measured = new Promise((resolve, reject) => {
        const begin = (event: Event) => gauge.stands(wanted).then((end) => resolve(end - event.timeStamp), reject);
        window.addEventListener(type, begin, { capture: true, once: true });
      });
    },
    measured: Promise.resolve(0),
    sheet: () => {
      const { left, top, width } = view('page')!.querySelector('.sheet')!.getBoundingClientRect();
      return { left, top, width };
    },
    goTo: (side, page) => pane(side)?.dispatchEvent(new CustomEvent('page-chosen', { detail: { page } })),
    takeLongTasks: () => longTasks.splice(0),
  };
  window.gauge = gauge;
  setInterval(() => {
    let bytes = 0;
    for (const one of alive) {
      const held = one.deref();
      if (!held) alive.delete(one);
      else if (held instanceof HTMLCanvasElement) bytes += held.width * held.height * 4;
      else if (held.complete) bytes += held.naturalWidth * held.naturalHeight * 4;
    }
    gauge.peakBytes = Math.max(gauge.peakBytes, bytes);
  }, 100);
}
