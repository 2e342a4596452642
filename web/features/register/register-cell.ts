import { html, nothing } from 'lit';
import type { RegisterCell, RegisterValue } from '../../../contract/register.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import { pageName } from '../../../domain/meetings/page-name.ts';
import type { ShownValue } from '../../../domain/pages/results/shown-values.ts';
import { doubtWords } from './doubt-words.ts';
import { type CellValues, printedMeasure } from './row-values.ts';
import { stateMark } from './state-mark.ts';

export interface CellPlace {
  readonly year: number;
  /** Its numbers, as the whole row shows them. */
  readonly values: CellValues;
  /** What the paper called it then; empty where that is what it is called now. */
  readonly calledThen: string;
  readonly href: string;
  /** Null where this viewer may not correct it. */
  readonly onEdit: (() => void) | null;
}

/** What one year's paper says of an initiative, with the way to its page. */
export function registerCell(cell: RegisterCell, { year, values, calledThen, href, onEdit }: CellPlace) {
  const { target, result, state, effect, corrected, nameUnsure } = cell;
  const which = `${cell.name}、${fiscalYearLabel(year)}`;
  return html`<dl>
      ${line('目標', target, measured(target, values.target))} ${line('実績', result, measured(result, values.result))}
      ${line('進捗', state, state && stateMark(state))} ${line('効果額', effect, measured(effect, values.effect))}
    </dl>
    ${calledThen ? html`<p class="then">${calledThen}</p>` : nothing}
    ${nameUnsure ? html`<p class="doubt">要確認：取組かどうか確かではありません</p>` : nothing}
    ${corrected.length > 0 ? html`<p class="corrected">${correctedWord(cell)}</p>` : nothing}
    <p class="ways">
      <a href=${href}>${pageWord(cell)}<span class="visually-hidden">を開く（${which}）</span></a>
      ${
        onEdit
          ? html`<button class="edit" @click=${onEdit}>直す<span class="visually-hidden">（${which}）</span></button>`
          : nothing
      }
    </p>`;
}

function line(name: string, read: { doubts: RegisterValue['doubts'] } | null, printed: unknown) {
  if (!read)
    return html`<div class="none"><dt>${name}</dt><dd>－<span class="visually-hidden">記載なし</span></dd></div>`;
  return html`<div>
    <dt>${name}</dt>
    <dd>
      ${printed} ${read.doubts.map((doubt) => html`<span class="doubt">要確認：${doubtWords[doubt]}</span>`)}
    </dd>
  </div>`;
}

const correctedWord = ({ corrected }: RegisterCell) =>
  corrected.some(({ changed }) => changed) ? '事務局が直しました' : '事務局が確かめました';

/** The paper's own way of printing it stands on its page, a tap away; who hears it hears both. */
function measured(read: RegisterValue | null, shown: ShownValue | null) {
  if (!read || !shown?.original) return read && printedMeasure(read);
  const original = `資料の書き方では${shown.original}`;
  return html`<span title=${original}>${shown.words}<span class="visually-hidden">、${original}</span></span>`;
}

function pageWord({ documentTitle, page, pageLabel }: RegisterCell): string {
  const [mark] = documentTitle.split('　');
  return `${mark}の${pageName({ number: page, label: pageLabel })}`;
}
