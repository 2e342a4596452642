import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Reading without the bars. Where the browser can, the window takes the whole screen too; Escape, or leaving that, ends it. A
 * phone that cannot has the window to itself at least.
 */
export class WholeScreen implements ReactiveController {
  isOn = false;
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('fullscreenchange', this.onChange);
  }

  hostDisconnected(): void {
    document.removeEventListener('fullscreenchange', this.onChange);
    this.end();
  }

  toggle(): void {
    if (this.isOn) this.end();
    else this.begin();
  }

  end(): void {
    if (!this.isOn) return;
    this.isOn = false;
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    this.host.requestUpdate();
  }

  private begin(): void {
    this.isOn = true;
    document.documentElement.requestFullscreen?.().catch(() => undefined);
    this.host.requestUpdate();
  }

  private readonly onChange = (): void => {
    if (!document.fullscreenElement) this.end();
  };
}
