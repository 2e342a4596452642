import { css, html, LitElement, nothing } from 'lit';
import type {
  CorrectedField,
  RegisterCell,
  RegisterCorrectionInput,
  RegisterRow,
  RegisterValue,
  StateKind,
} from '../../../contract/register.ts';
import { stateKinds } from '../../../domain/initiatives/initiative.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import { correctRegister, undoRegisterCorrection } from '../../client/register.ts';
import { Submission } from '../../client/submission.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { correctDialogSheet } from './correct-dialog.styles.ts';
import '../../ui/ui-field.ts';
import '../../ui/ui-form-dialog.ts';
import '../../ui/ui-select.ts';
import './page-place.ts';
import { correct } from './correcting.ts';
import { stateKindWords } from './filter-register.ts';
import { printedMeasure } from './row-values.ts';

type Said = Extract<RegisterCorrectionInput, { kind: 'values' }>['values'][number];

export const fieldWords: Record<CorrectedField, string> = {
  number: '番号',
  name: '取組名',
  target: '目標',
  result: '実績',
  state: '進捗',
  effect: '効果額',
};

/**
 * 直す: what one year's paper says of an initiative, to be put right beside the page it was read from.
 * @fires register-corrected
 * @fires dialog-closed
 */
export class CorrectCellDialog extends LitElement {
  static override properties = {
    committeeId: { type: Number },
    row: { attribute: false },
    cell: { attribute: false },
    year: { type: Number },
  };
  declare committeeId: number;
  declare row: RegisterRow;
  declare cell: RegisterCell;
  declare year: number;
  private readonly submission = new Submission(this);

  /** What stands in the fields at first. */
  private get first(): Record<CorrectedField, string> {
    const { number, name, target, result, state, effect } = this.cell;
    const text = (value: RegisterValue | null) => (value ? printedMeasure(value) : '');
    return { number, name, target: text(target), result: text(result), state: state?.text ?? '', effect: text(effect) };
  }

  /** What is in doubt, as it was read: to be said to be right. */
  private get doubted(): Said[] {
    const { cell, first } = this;
    const fields = (['target', 'result', 'state', 'effect'] as const).filter((field) => cell[field]?.doubts.length);
    return [...(cell.nameUnsure ? (['name'] as const) : []), ...fields].map((field) => ({
      field,
      text: first[field],
      ...(field === 'state' && cell.state && { stateKind: cell.state.kind }),
    }));
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const typed = new FormData(event.target as HTMLFormElement);
    const { first, cell } = this;
    const stateKind = String(typed.get('stateKind')) as StateKind;
    const values: Said[] = (Object.keys(first) as CorrectedField[]).flatMap((field) => {
      const text = String(typed.get(field) ?? '').trim();
      const isChanged = text !== first[field] || (field === 'state' && text !== '' && stateKind !== cell.state?.kind);
      return isChanged ? [{ field, text, ...(field === 'state' && text !== '' && { stateKind }) }] : [];
    });
    if (values.some(({ field, text }) => (field === 'number' || field === 'name') && text === '')) {
      this.submission.refuse('番号と取組名は空にできません。');
      return;
    }
    const said = values.length > 0 ? values : this.doubted;
    if (said.length === 0)
      this.submission.refuse('変えたところがありません。変えないときは「やめる」を押してください。');
    else
      await correct(this, this.submission, values.length > 0 ? '直しました。' : '確かめました。', () =>
        correctRegister(this.committeeId, { kind: 'values', place: cell.place, values: said }),
      );
  }

  override render() {
    const { cell, first } = this;
    const field = (name: CorrectedField, hint = '') =>
      html`<ui-field label=${fieldWords[name]} name=${name} hint=${hint} maxlength="200" value=${first[name]}></ui-field>`;
    return html`<ui-form-dialog
      wide
      heading="${cell.number}　${cell.name}（${fiscalYearLabel(this.year)}）を直す"
      error=${this.submission.refusal}
      ?busy=${this.submission.busy}
    >
      <form @submit=${this.submit} novalidate>
        <page-place .cell=${cell}></page-place>
        <div class="fields named">${field('number')} ${field('name')}</div>
        <div class="fields">${field('target', '例：98.4％')} ${field('result', '例：97.9％')} ${field('effect', '例：2,350千円')}</div>
        <div class="fields">
          ${field('state', '資料に書かれた言葉')}
          <ui-select
            label="進捗の分け方"
            name="stateKind"
            hint="絞り込みに使います"
            .value=${cell.state?.kind ?? 'other'}
            .choices=${stateKinds.map((kind) => ({ value: kind, label: stateKindWords[kind] }))}
          ></ui-select>
        </div>
        <p class="weak">
          ${cell.unsure ? '要確認のところが正しければ、変えずに保存してください。確かめたことが残ります。' : ''}
          資料に書かれていないものは、空にしてください。資料そのものは変わりません。
        </p>
        ${this.corrections()} ${this.apart()}
      </form>
    </ui-form-dialog>`;
  }

  private corrections() {
    const { corrected } = this.cell;
    if (corrected.length === 0) return nothing;
    return html`<ul>
      ${corrected.map(
        ({ field, correctionId }) => html`<li class="aside">
          <span>「${fieldWords[field as CorrectedField]}」は事務局が直しました。</span>
          <button
            type="button"
            class="button"
            @click=${() => correct(this, this.submission, '元に戻しました。', () => this.undo(correctionId))}
          >
            直す前に戻す
          </button>
        </li>`,
      )}
    </ul>`;
  }

  private async undo(correctionId: number): Promise<null> {
    await undoRegisterCorrection(correctionId);
    return null;
  }

  /** Of a row with other years: this one may have been put there wrongly. */
  private apart() {
    const others = this.row.cells.filter((cell) => cell !== null && cell.documentId !== this.cell.documentId);
    if (others.length === 0) return nothing;
    return html`<p class="aside">
      <span>ほかの年度とは別の取組でしたら、分けられます。</span>
      <button
        type="button"
        class="button"
        @click=${() =>
          correct(this, this.submission, '別の取組として分けました。', () =>
            correctRegister(this.committeeId, {
              kind: 'different',
              place: this.cell.place,
              others: others.map((cell) => cell!.place),
            }),
          )}
      >
        この年度だけ分ける
      </button>
    </p>`;
  }

  static override styles = [
    baseSheet,
    correctDialogSheet,
    css`
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
        gap: 1rem 1.25rem;
        align-items: end;
      }
      .fields.named {
        grid-template-columns: minmax(6rem, 1fr) minmax(0, 3fr);
      }
      .weak {
        color: var(--color-text-weak);
      }
      ul {
        display: grid;
        gap: 0.5rem;
      }
    `,
  ];
}
customElements.define('correct-cell-dialog', CorrectCellDialog);

declare global {
  interface HTMLElementTagNameMap {
    'correct-cell-dialog': CorrectCellDialog;
  }
}
