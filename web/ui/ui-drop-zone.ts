import { css, html, LitElement } from 'lit';
import { droppedFiles } from './dropped-files.ts';
import { fire } from './events.ts';
import { icon } from './icons.ts';
import { baseSheet } from './sheets/base.ts';

/**
 * Where files and folders are dropped, or files chosen with a button. `accept` is as for <input type="file">; what is dropped is not
 * filtered. Slot: a sentence below. With `compact` only the button. With `whole-window` what is dropped beside it counts too: a
 * browser would leave the page for it.
 * @fires files-chosen with the files.
 */
export class UiDropZone extends LitElement {
  static override properties = {
    heading: {},
    action: {},
    accept: {},
    single: { type: Boolean },
    compact: { type: Boolean, reflect: true },
    wholeWindow: { type: Boolean, attribute: 'whole-window' },
    over: { type: Boolean, state: true, reflect: true },
  };
  declare heading: string;
  declare action: string;
  declare accept: string;
  declare single: boolean;
  declare compact: boolean;
  declare wholeWindow: boolean;
  declare private over: boolean;

  constructor() {
    super();
    this.heading = '';
    this.action = 'ファイルを選ぶ';
    this.accept = '';
    this.single = false;
    this.compact = false;
    this.wholeWindow = false;
    this.over = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('dragover', this.onWindowDrag);
    window.addEventListener('drop', this.onWindowDrop);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('dragover', this.onWindowDrag);
    window.removeEventListener('drop', this.onWindowDrop);
  }

  /** Before a dialog nothing behind it is meant. */
  private isMeant(event: DragEvent): boolean {
    return this.wholeWindow && !event.composedPath().some((part) => part instanceof HTMLDialogElement);
  }

  private readonly onWindowDrag = (event: DragEvent): void => {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = this.isMeant(event) ? 'copy' : 'none';
  };

  private readonly onWindowDrop = (event: DragEvent): void => {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
    if (this.isMeant(event)) this.onDrop(event);
    else event.preventDefault();
  };

  private choose(): void {
    this.renderRoot.querySelector('input')?.click();
  }

  private onChosen(event: Event): void {
    const input = event.target as HTMLInputElement;
    this.report([...(input.files ?? [])]);
    input.value = '';
  }

  private onDrag(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    this.over = true;
  }

  private onLeave(event: DragEvent): void {
    const inside = event.relatedTarget instanceof Node && this.renderRoot.contains(event.relatedTarget);
    if (!inside) this.over = false;
  }

  private onDrop(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    if (event.dataTransfer) void droppedFiles(event.dataTransfer).then((files) => this.report(files));
  }

  private report(files: File[]): void {
    if (files.length > 0) fire(this, 'files-chosen', files);
  }

  override render() {
    return html`<div class="zone" @dragenter=${this.onDrag} @dragover=${this.onDrag} @dragleave=${this.onLeave} @drop=${this.onDrop}>
      ${this.compact ? '' : html`<p class="heading">${this.heading}</p>`}
      <button type="button" class="button" @click=${this.choose}>${icon('upload')}${this.action}</button>
      <input type="file" hidden accept=${this.accept} ?multiple=${!this.single} @change=${this.onChosen} />
      <slot></slot>
    </div>`;
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        display: block;
      }
      .zone {
        display: grid;
        justify-items: center;
        gap: 0.5rem;
        padding: 1.5rem 1rem;
        border: 2px dashed var(--color-line);
        border-radius: var(--border-radius-12);
        background: var(--color-ground-weak);
        text-align: center;
      }
      .heading {
        font-size: 1.125rem;
        font-weight: 700;
      }
      :host([over]) .zone {
        border-color: var(--color-key);
        background: var(--color-key-weak);
      }
      :host([compact]) .zone {
        padding: 0;
        border: 0;
        background: none;
      }
    `,
  ];
}

customElements.define('ui-drop-zone', UiDropZone);

declare global {
  interface PortalEvents {
    'files-chosen': File[];
  }
  interface HTMLElementTagNameMap {
    'ui-drop-zone': UiDropZone;
  }
}
