import { css, html, LitElement } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { type AgendaLine, readAgenda } from '../../../../domain/meetings/agenda-numbering.ts';
import { announce } from '../../../ui/announce.ts';
import { icon } from '../../../ui/icons.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { fieldSheet } from '../../../ui/sheets/field.ts';
import '../../../ui/ui-move-buttons.ts';
import type { Fired } from '../../../ui/events.ts';
import { moved } from '../moved.ts';

/** An agenda item; without an id it is new. */
export type AgendaEntry = AgendaLine & { readonly id?: number };

/** The same item of another meeting, which has none of its papers. */
export const newEntry = ({ mark, level, title }: AgendaLine): AgendaEntry => ({ mark, level, title });

/** An item as a person writes it, numbering and all. */
interface Row {
  readonly key: number;
  readonly id?: number;
  readonly text: string;
}

const mostItems = 60;

/** The agenda items of a meeting, in order. Read `agenda`; empty ones are left out. `input` bubbles as the browser's own. */
export class OfficeAgendaEditor extends LitElement {
  static override properties = { rows: { state: true } };
  declare private rows: readonly Row[];
  private keys = 0;
  private given: readonly AgendaEntry[] | null = null;

  constructor() {
    super();
    this.rows = [];
  }

  /** Set once more to the same list, as every drawing of the form does, it keeps what was typed. */
  set agenda(items: readonly AgendaEntry[]) {
    if (items === this.given) return;
    this.given = items;
    this.rows = items.map(({ mark, title, ...item }) =>
      this.rowOf({ ...(item.id !== undefined && { id: item.id }), text: [mark, title].filter(Boolean).join('　') }),
    );
  }

  get agenda(): AgendaEntry[] {
    const rows = this.rows.filter(({ text }) => text.trim() !== '');
    const lines = readAgenda(rows.map(({ text }) => text));
    return lines.map((line, index) => {
      const id = rows[index]!.id;
      return id === undefined ? line : { ...line, id };
    });
  }

  private rowOf(item: Omit<Row, 'key'>): Row {
    this.keys += 1;
    return { ...item, key: this.keys };
  }

  private change(rows: readonly Row[]): void {
    this.rows = rows;
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  private retitle(key: number, event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    this.rows = this.rows.map((row) => (row.key === key ? { ...row, text } : row));
  }

  private async add(index: number, lines: readonly string[] = ['']): Promise<void> {
    const added = lines.slice(0, mostItems - this.rows.length).map((text) => this.rowOf({ text }));
    this.change([...this.rows.slice(0, index), ...added, ...this.rows.slice(index)]);
    await this.updateComplete;
    this.inputs[index + added.length - 1]?.focus();
  }

  private async removeRow(index: number): Promise<void> {
    this.change(this.rows.filter((_, other) => other !== index));
    announce('協議事項を取り除きました。');
    await this.updateComplete;
    const next = this.inputs[Math.min(index, this.rows.length - 1)];
    (next ?? this.renderRoot.querySelector<HTMLElement>('.add'))?.focus();
  }

  private async move(index: number, event: Fired<'moved'>): Promise<void> {
    const step = event.detail;
    this.change(moved(this.rows, index, step));
    announce(`${index + 1 + step}番目に移しました。`);
    await this.updateComplete;
    this.renderRoot.querySelectorAll('ui-move-buttons')[index + step]?.focusButton(step);
  }

  private onKey(index: number, event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    void this.add(index + 1);
  }

  // A pasted list becomes an item a line.
  private onPaste(index: number, event: ClipboardEvent): void {
    const lines = (event.clipboardData?.getData('text/plain') ?? '').split(/\r?\n/).map((line) => line.trim());
    const titles = lines.filter((line) => line !== '');
    if (titles.length < 2) return;
    event.preventDefault();
    const empty = this.rows[index]?.text.trim() === '';
    if (empty) this.rows = this.rows.filter((_, other) => other !== index);
    void this.add(empty ? index : index + 1, titles);
  }

  private get hasOwnNumbering(): boolean {
    return readAgenda(this.rows.map(({ text }) => text)).some(({ mark }) => mark !== '');
  }

  private get inputs(): NodeListOf<HTMLInputElement> {
    return this.renderRoot.querySelectorAll('input');
  }

  override render() {
    return html`<fieldset>
      <legend>協議事項</legend>
      <p class="hint">Enter で次の項目を足せます。次第の文章をまとめて貼り付けると、1行が1項目になります。次第の番号（１、(1)、アなど）は、そのまま使います。番号がなければ、上から順に付けます。</p>
      <ol>
        ${repeat(
          this.rows,
          ({ key }) => key,
          (row, index) => this.row(row, index),
        )}
      </ol>
      <button
        type="button"
        class="button add"
        ?disabled=${this.rows.length >= mostItems}
        @click=${() => this.add(this.rows.length)}
      >
        ${icon('plus')}協議事項を足す
      </button>
    </fieldset>`;
  }

  private row(row: Row, index: number) {
    const name = `協議事項${index + 1}`;
    const numbers = this.hasOwnNumbering ? [] : this.rows.map((_, place) => place + 1);
    return html`<li>
      <span aria-hidden="true">${numbers[index]}</span>
      <input
        aria-label=${name}
        maxlength="200"
        .value=${live(row.text)}
        @input=${(event: Event) => this.retitle(row.key, event)}
        @keydown=${(event: KeyboardEvent) => this.onKey(index, event)}
        @paste=${(event: ClipboardEvent) => this.onPaste(index, event)}
      />
      <ui-move-buttons
        label=${name}
        ?first=${index === 0}
        ?last=${index === this.rows.length - 1}
        @moved=${(event: Fired<'moved'>) => this.move(index, event)}
      ></ui-move-buttons>
      <button type="button" class="button quiet" aria-label="${name}を取り除く" @click=${() => this.removeRow(index)}>
        ${icon('close')}
      </button>
    </li>`;
  }

  static override styles = [
    baseSheet,
    fieldSheet,
    css`
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        font-weight: 700;
      }
      ol {
        display: grid;
        gap: 0.5rem;
        margin: 0.5rem 0;
      }
      li {
        display: grid;
        grid-template-columns: 1.5rem minmax(0, 1fr) auto auto;
        align-items: center;
        gap: 0.25rem;
      }
      li > span {
        color: var(--color-text-weak);
      }
      li > .button {
        min-width: var(--target);
        padding-inline: 0.5rem;
      }
    `,
  ];
}
customElements.define('office-agenda-editor', OfficeAgendaEditor);

declare global {
  interface HTMLElementTagNameMap {
    'office-agenda-editor': OfficeAgendaEditor;
  }
}
