export interface KeyHandlers {
  turn(direction: 1 | -1): void;
  goTo(end: 'first' | 'last'): void;
  /** False where there is no further to scroll. */
  scroll(direction: 1 | -1, part: number): boolean;
  zoom(direction: 1 | -1): void;
  /** Escape. */
  letGo?(): void;
}

/** The keyboard on a reading screen. Silent while a dialog is open or a field is typed in. */
export class ReadingKeys {
  private readonly handlers: KeyHandlers;

  constructor(handlers: KeyHandlers) {
    this.handlers = handlers;
  }

  start(): void {
    window.addEventListener('keydown', this.onKeyDown);
  }

  stop(): void {
    window.removeEventListener('keydown', this.onKeyDown);
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const isElsewhere = event
      .composedPath()
      .some((target) => target instanceof HTMLElement && target.matches('input, textarea, select, dialog'));
    if (!isElsewhere && this.act(event.key)) event.preventDefault();
  };

  private act(key: string): boolean {
    const { handlers } = this;
    if (key === 'ArrowRight') handlers.turn(1);
    else if (key === 'ArrowLeft') handlers.turn(-1);
    else if (key === 'PageDown') handlers.scroll(1, 0.85) || handlers.turn(1);
    else if (key === 'PageUp') handlers.scroll(-1, 0.85) || handlers.turn(-1);
    else if (key === 'ArrowDown') handlers.scroll(1, 0.15);
    else if (key === 'ArrowUp') handlers.scroll(-1, 0.15);
    else if (key === 'Home') handlers.goTo('first');
    else if (key === 'End') handlers.goTo('last');
    else if (key === '+' || key === ';') handlers.zoom(1);
    else if (key === '-') handlers.zoom(-1);
    else if (key === 'Escape' && handlers.letGo) handlers.letGo();
    else return false;
    return true;
  }
}
