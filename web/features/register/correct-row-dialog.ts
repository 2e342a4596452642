import { html, LitElement } from 'lit';
import type { Register, RegisterRow } from '../../../contract/register.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import { correctRegister } from '../../client/register.ts';
import { Submission } from '../../client/submission.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { correctDialogSheet } from './correct-dialog.styles.ts';
import '../../ui/ui-form-dialog.ts';
import '../../ui/ui-select.ts';
import { correct } from './correcting.ts';
import { newestCell } from './filter-register.ts';

/**
 * An initiative as a whole: another row is the same one, or it is no initiative at all.
 * @fires register-corrected
 * @fires dialog-closed
 */
export class CorrectRowDialog extends LitElement {
  static override properties = {
    register: { attribute: false },
    row: { attribute: false },
  };
  declare register: Register;
  declare row: RegisterRow;
  private readonly submission = new Submission(this);

  /** Rows that no paper tells of beside this one. */
  private get candidates(): readonly RegisterRow[] {
    const papers = new Set(this.row.cells.map((cell) => cell?.documentId));
    papers.delete(undefined);
    return this.register.rows.filter(
      (other) => other !== this.row && !other.cells.some((cell) => cell && papers.has(cell.documentId)),
    );
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const chosen = this.candidates[Number(new FormData(event.target as HTMLFormElement).get('other') || -1)];
    if (!chosen) {
      this.submission.refuse('まとめる取組を選んでください。');
      return;
    }
    const [place, other] = [newestCell(this.row).place, newestCell(chosen).place];
    await correct(this, this.submission, '同じ取組としてまとめました。', () =>
      correctRegister(this.register.committee.id, { kind: 'same', place, other }),
    );
  }

  private hide(): Promise<void> {
    const places = this.row.cells.filter((cell) => cell !== null).map((cell) => cell.place);
    return correct(this, this.submission, `「${this.row.name}」を一覧から隠しました。`, () =>
      correctRegister(this.register.committee.id, { kind: 'hidden', places }),
    );
  }

  override render() {
    const { candidates, row } = this;
    const choices = candidates.map((other, index) => ({ value: String(index), label: this.nameOf(other) }));
    return html`<ui-form-dialog
      heading="${row.number}　${row.name}"
      action="同じ取組としてまとめる"
      error=${this.submission.refusal}
      ?busy=${this.submission.busy}
    >
      <form @submit=${this.submit} novalidate>
        ${
          candidates.length === 0
            ? html`<p>まとめられるほかの取組はありません。年度の重ならない取組だけをまとめられます。</p>`
            : html`<ui-select
                label="同じ取組を選ぶ"
                name="other"
                hint="名前が変わった取組を、１つの行にまとめます。"
                .value=${''}
                .choices=${[{ value: '', label: '選んでください' }, ...choices]}
              ></ui-select>`
        }
        <p class="aside">
          <span>取組ではないものを読み取っていたら、一覧から隠せます。あとで戻せます。</span>
          <button type="button" class="button danger" @click=${this.hide}>一覧から隠す</button>
        </p>
      </form>
    </ui-form-dialog>`;
  }

  private nameOf({ number, name, cells }: RegisterRow): string {
    const years = this.register.years.filter((_, index) => cells[index] !== null).map((year) => fiscalYearLabel(year));
    return `${number}　${name}（${years.toReversed().join('、')}）`;
  }

  static override styles = [baseSheet, correctDialogSheet];
}
customElements.define('correct-row-dialog', CorrectRowDialog);

declare global {
  interface HTMLElementTagNameMap {
    'correct-row-dialog': CorrectRowDialog;
  }
}
