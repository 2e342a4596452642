import { css, html, LitElement, nothing } from 'lit';
import type { InkColor } from '../../domain/notes/note.ts';
import { inks } from '../../domain/notes/stroke-path.ts';
import { fire } from '../ui/events.ts';
import { icon } from '../ui/icons.ts';
import { baseSheet } from '../ui/sheets/base.ts';
import { noteIcon } from './note-icons.ts';
import type { OutboxState } from './note-outbox.ts';
import { colorNames, firstTool, markerColors, type NoteTool, penColors, type ToolName } from './note-tool.ts';

type Wish = 'words-here' | 'bookmark-toggled' | 'undo-asked' | 'redo-asked' | 'notes-listed' | 'tools-closed';

const names: Record<ToolName, string> = { pen: 'ペン', marker: 'マーカー', eraser: '消しゴム', text: 'メモ' };

const states: Record<OutboxState, string> = {
  sent: '保存しました',
  sending: '保存しています…',
  waiting: 'この端末に残しています。つながると保存します',
  'signed-out': 'この端末に残しています。通知を開き直すと保存します',
};

/**
 * What one writes with.
 * @fires tool-chosen @fires words-here by keyboard: at the place that is read. @fires bookmark-toggled @fires undo-asked
 * @fires redo-asked @fires notes-listed @fires tools-closed
 */
export class NoteTools extends LitElement {
  static override properties = {
    tool: { attribute: false },
    state: {},
    bookmarked: { type: Boolean },
    canUndo: { type: Boolean },
    canRedo: { type: Boolean },
    written: { type: Boolean },
  };
  declare tool: NoteTool;
  declare state: OutboxState;
  /** The page has a bookmark. */
  declare bookmarked: boolean;
  declare canUndo: boolean;
  declare canRedo: boolean;
  /** Something was written since the tools were opened: whether it is saved is said from then on. */
  declare written: boolean;

  constructor() {
    super();
    this.tool = firstTool;
    this.state = 'sent';
    this.bookmarked = false;
    this.canUndo = false;
    this.canRedo = false;
    this.written = false;
  }

  private ask(wish: Wish): void {
    fire(this, wish);
  }

  /** The tool that is in the hand is laid down by the same button. */
  private choose(name: ToolName, event: MouseEvent): void {
    // a keyboard does not point
    if (name === 'text' && event.detail === 0) this.ask('words-here');
    else fire(this, 'tool-chosen', { tool: { ...this.tool, name: this.tool.name === name ? null : name } });
  }

  override render() {
    const tools = (['pen', 'marker', 'eraser', 'text'] as const).map((name) => this.toolButton(name));
    return html`<div class="bar" role="toolbar" aria-label="書き込みの道具">
      ${tools} ${this.actButton('bookmark', 'しおり', 'bookmark-toggled', false, this.bookmarked)} ${this.colors()}
      <span class="rest">
        ${this.actButton('undo', '元に戻す', 'undo-asked', !this.canUndo)}
        ${this.actButton('redo', 'やり直す', 'redo-asked', !this.canRedo)}
        <button class="button quiet" @click=${() => this.ask('notes-listed')}>${icon('list')}<span>一覧</span></button>
        <button class="button quiet" @click=${() => this.ask('tools-closed')}>${icon('check')}<span>終える</span></button>
      </span>
      <p role="status">${this.written || this.state === 'waiting' || this.state === 'signed-out' ? states[this.state] : ''}</p>
    </div>`;
  }

  private toolButton(name: ToolName) {
    return html`<button
      class="button quiet"
      aria-pressed=${this.tool.name === name}
      @click=${(event: MouseEvent) => this.choose(name, event)}
    >
      ${noteIcon(name)}<span>${names[name]}</span>
    </button>`;
  }

  private actButton(
    name: 'bookmark' | 'undo' | 'redo',
    label: string,
    wish: Wish,
    disabled: boolean,
    pressed?: boolean,
  ) {
    return html`<button
      class="button quiet"
      aria-pressed=${pressed === undefined ? nothing : pressed}
      ?disabled=${disabled}
      @click=${() => this.ask(wish)}
    >
      ${noteIcon(name)}<span>${label}</span>
    </button>`;
  }

  private colors() {
    const { name } = this.tool;
    if (name !== 'pen' && name !== 'marker') return nothing;
    const colors = name === 'pen' ? penColors : markerColors;
    return html`<span class="colors" role="group" aria-label="色">
      ${colors.map((color) => this.colorButton(name, color))}
    </span>`;
  }

  private colorButton(name: 'pen' | 'marker', color: InkColor) {
    return html`<button
      class="color"
      aria-label=${colorNames[color]}
      aria-pressed=${this.tool[name] === color}
      @click=${() => fire(this, 'tool-chosen', { tool: { ...this.tool, [name]: color } })}
    >
      <i .style=${`background: ${inks[color]}`}></i>
    </button>`;
  }

  static override styles = [
    baseSheet,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 0.25rem;
        padding: 0.25rem max(0.5rem, env(safe-area-inset-left));
        border-bottom: 1px solid var(--color-line-weak);
        background: var(--color-ground-weak);
      }
      .button {
        padding-inline: 0.625rem;
        white-space: nowrap;
      }
      [aria-pressed='true'] {
        background: var(--color-key-weak);
        border-color: var(--color-key);
      }
      .colors,
      .rest {
        display: flex;
      }
      .rest {
        margin-left: auto;
      }
      .color {
        display: grid;
        place-items: center;
        width: var(--target);
        height: var(--target);
        border: 2px solid transparent;
        border-radius: 50%;
        background: none;
        cursor: pointer;
      }
      .color[aria-pressed='true'] {
        background: var(--color-ground);
      }
      .color i {
        width: 1.625rem;
        height: 1.625rem;
        border: 1px solid rgb(0 0 0 / 0.3);
        border-radius: 50%;
      }
      p:empty {
        display: none;
      }
      p {
        padding-inline: 0.5rem;
        color: var(--color-text-weak);
      }
      @container (max-width: 62rem) {
        .button {
          flex-direction: column;
          gap: 0;
          min-width: 3.25rem;
          padding: 0.25rem 0.375rem;
        }
      }
      @container (max-width: 40rem) {
        .bar {
          display: grid;
          grid-template-columns: repeat(auto-fill, minmax(max(4rem, 18%), 1fr));
        }
        .button {
          min-width: 0;
          padding-inline: 0;
        }
        .colors,
        p {
          grid-column: 1 / -1;
        }
        .rest {
          display: contents;
        }
      }
    `,
  ];
}
customElements.define('note-tools', NoteTools);

declare global {
  interface PortalEvents {
    'tool-chosen': { tool: NoteTool };
    'words-here': null;
    'bookmark-toggled': null;
    'undo-asked': null;
    'redo-asked': null;
    'notes-listed': null;
    'tools-closed': null;
  }
  interface HTMLElementTagNameMap {
    'note-tools': NoteTools;
  }
}
