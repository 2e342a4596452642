import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Saves a PDF and keeps it while its page is shown, so that it can be saved again. */
export class PrintedPdf implements ReactiveController {
  file: { readonly name: string; readonly url: string } | null = null;
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    if (this.file) URL.revokeObjectURL(this.file.url);
    this.file = null;
  }

  keep(pdf: Blob, name: string): void {
    this.hostDisconnected();
    // Windows allows none of these in a file's name.
    this.file = { name: name.replace(/[\\/:*?"<>|]/g, '＿'), url: URL.createObjectURL(pdf) };
    const link = document.createElement('a');
    link.href = this.file.url;
    link.download = this.file.name;
    link.click();
    this.host.requestUpdate();
  }
}
