import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether the page is on its way to a printer, by the host's own button or the browser's: what stands on paper alone is drawn then. */
export class Printing implements ReactiveController {
  now = false;
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.begin);
    window.addEventListener('afterprint', this.end);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.begin);
    window.removeEventListener('afterprint', this.end);
  }

  readonly begin = (): void => {
    this.now = true;
    this.host.requestUpdate();
  };

  private readonly end = (): void => {
    this.now = false;
    this.host.requestUpdate();
  };
}
