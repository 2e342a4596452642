import { css, html, LitElement } from 'lit';
import type { RegisterCorrection } from '../../../contract/register.ts';
import { japaneseDate } from '../../../domain/japanese/date.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import { dayInJapan } from '../../../domain/japanese/moment.ts';
import { fire } from '../../ui/events.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { fieldWords } from './correct-cell-dialog.ts';

/**
 * What the secretariat corrected in a register, newest first, to be taken back.
 * @fires correction-dropped
 */
export class CorrectionList extends LitElement {
  static override properties = { corrections: { attribute: false } };
  declare corrections: readonly RegisterCorrection[];

  constructor() {
    super();
    this.corrections = [];
  }

  override render() {
    return html`<ul>
      ${this.corrections.map(
        (correction) => html`<li>
          <div>
            <p class="what">${sentenceOf(correction)}</p>
            <p class="who">${correction.madeBy}　${japaneseDate(dayInJapan(new Date(correction.madeAt)))}</p>
            ${
              correction.fits
                ? ''
                : html`<p class="unfit">要確認：いまの資料には当てはまりません。いまは効いていません。</p>`
            }
          </div>
          <button
            class="button"
            @click=${() => fire(this, 'correction-dropped', correction.id)}
          >
            取り消す<span class="visually-hidden">（${sentenceOf(correction)}）</span>
          </button>
        </li>`,
      )}
    </ul>`;
  }

  static override styles = [
    baseSheet,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.5rem 1rem;
        padding: 0.75rem 0;
        border-bottom: 1px solid var(--color-line-weak);
      }
      .what {
        font-weight: 700;
      }
      .who {
        color: var(--color-text-weak);
      }
      .unfit {
        padding: 0 0.5rem;
        background: var(--color-warning-weak);
        box-shadow: inset 0 0 0 1px var(--color-warning);
        border-radius: var(--border-radius-4);
      }
    `,
  ];
}
customElements.define('correction-list', CorrectionList);

function sentenceOf({ kind, fiscalYear, number, name, field, text, other }: RegisterCorrection): string {
  const about = `${fiscalYearLabel(fiscalYear)}の「${number} ${name}」`;
  if (kind === 'value') return `${about}の${fieldWords[field!]}を${text ? `「${text}」` : '「記載なし」'}にしました。`;
  if (kind === 'hidden') return `${about}を一覧から隠しました。`;
  const than = other ? `${fiscalYearLabel(other.fiscalYear)}の「${other.number} ${other.name}」` : 'ほかの取組';
  return kind === 'same' ? `${about}と${than}を、同じ取組としました。` : `${about}と${than}を、別の取組としました。`;
}

declare global {
  interface PortalEvents {
    /** By the correction's id. */
    'correction-dropped': number;
  }
  interface HTMLElementTagNameMap {
    'correction-list': CorrectionList;
  }
}
