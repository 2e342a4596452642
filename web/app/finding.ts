import type { ReactiveController, ReactiveControllerHost } from 'lit';

const typing = 'input, textarea, select, [contenteditable]';

/** Opens the one field for places and words, from a button of any screen and by `/`; its code comes when it is first asked for. */
export class Finding implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };

  constructor(host: ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode }) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('find-asked', this.open);
    window.addEventListener('keydown', this.onKey);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('find-asked', this.open);
    window.removeEventListener('keydown', this.onKey);
  }

  private readonly open = async (): Promise<void> => {
    await import('../features/search/find-dialog.ts');
    await this.host.renderRoot.querySelector('find-dialog')?.show();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const within = event.composedPath().filter((one) => one instanceof Element);
    if (within.some((one) => one.matches(`${typing}, dialog`))) return;
    event.preventDefault();
    void this.open();
  };
}
