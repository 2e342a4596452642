import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface SavedFile {
  readonly name: string;
  readonly url: string;
}

/** Saves PDFs and keeps them while their page is shown, so that they can be saved again. */
export class PrintedPdf implements ReactiveController {
  files: readonly SavedFile[] = [];
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  forget(): void {
    for (const { url } of this.files) URL.revokeObjectURL(url);
    this.files = [];
  }

  keep(pdf: Blob, name: string): void {
    this.files = [...this.files, save(pdf, name)];
    this.host.requestUpdate();
  }
}

/** Saves a file once; nothing of it is kept. */
export function saveFile(file: Blob, name: string): void {
  URL.revokeObjectURL(save(file, name).url);
}

function save(content: Blob, name: string): SavedFile {
  // Windows allows none of these in a file's name.
  const file = { name: name.replace(/[\\/:*?"<>|]/g, '＿'), url: URL.createObjectURL(content) };
  const link = document.createElement('a');
  link.href = file.url;
  link.download = file.name;
  link.click();
  return file;
}
