import type { ReactiveController, ReactiveControllerHost } from 'lit';

const typing = 'input, textarea, select, [contenteditable]';

/** Opens the field for places and words (`/`) and the help (`?`) from any screen; their code comes when it is first asked for. */
export class Finding implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };

  constructor(host: ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode }) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('find-asked', this.open);
    this.host.addEventListener('help-asked', this.help);
    window.addEventListener('keydown', this.onKey);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('find-asked', this.open);
    this.host.removeEventListener('help-asked', this.help);
    window.removeEventListener('keydown', this.onKey);
  }

  private readonly open = async (): Promise<void> => {
    await import('../features/search/find-dialog.ts');
    await this.host.renderRoot.querySelector('find-dialog')?.show();
  };

  private readonly help = async (): Promise<void> => {
    await import('../features/help/help-dialog.ts');
    await this.host.renderRoot.querySelector('help-dialog')?.show();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const opens = { '/': this.open, '?': this.help }[event.key];
    if (!opens || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const within = event.composedPath().filter((one) => one instanceof Element);
    if (within.some((one) => one.matches(`${typing}, dialog`))) return;
    event.preventDefault();
    void opens();
  };
}
