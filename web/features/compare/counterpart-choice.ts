import { css, html, LitElement, nothing } from 'lit';
import type { Document } from '../../../contract/documents.ts';
import { spokenName } from '../../../domain/meetings/document.ts';
import { sentenceOf } from '../../client/client-error.ts';
import { chooseCounterpart, undoCounterpart } from '../../client/documents.ts';
import { fire } from '../../ui/events.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { toast } from '../../ui/toast.ts';

/**
 * Whether the two documents are the same paper of two years: says where a person chose so, and lets whoever may edit say so.
 * @fires counterpart-changed once it is stored.
 */
export class CounterpartChoice extends LitElement {
  static override properties = { newer: { attribute: false }, older: { attribute: false }, busy: { state: true } };
  declare newer: Document;
  declare older: Document;
  declare private busy: boolean;

  constructor() {
    super();
    this.busy = false;
  }

  override render() {
    const { newer, older } = this;
    if (newer.id === older.id) return nothing;
    const isSame = newer.seriesId === older.seriesId;
    const note =
      isSame && newer.seriesChosen ? html`<span class="chip">事務局が選んだ、前の年の資料です</span>` : nothing;
    if (!newer.editable) return note;
    if (isSame) return newer.seriesChosen ? html`${note}${this.button('取り消す', () => this.undo())}` : nothing;
    return this.button('前の年の同じ資料にする', () => this.choose());
  }

  private button(label: string, act: () => void) {
    return html`<button class="button" ?disabled=${this.busy} @click=${act}>${label}</button>`;
  }

  private choose(): void {
    const { newer, older } = this;
    void this.send(
      () => chooseCounterpart(newer.id, older.id),
      `${spokenName(newer)}の前の年の資料として登録しました。`,
      () => this.undo(),
    );
  }

  private undo(): void {
    void this.send(() => undoCounterpart(this.newer.id), 'もとに戻しました。');
  }

  private async send(request: () => Promise<unknown>, done: string, undo?: () => void): Promise<void> {
    this.busy = true;
    try {
      await request();
      toast(done, undo);
      fire(this, 'counterpart-changed');
    } catch (error) {
      toast(sentenceOf(error));
    } finally {
      this.busy = false;
    }
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 0.5rem;
      }
    `,
  ];
}
customElements.define('counterpart-choice', CounterpartChoice);

declare global {
  interface HTMLElementTagNameMap {
    'counterpart-choice': CounterpartChoice;
  }
}
