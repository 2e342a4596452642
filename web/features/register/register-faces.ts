import { html, nothing } from 'lit';
import type { Register, RegisterRow } from '../../../contract/register.ts';
import { stateKinds } from '../../../domain/initiatives/initiative.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import '../../ui/ui-empty.ts';
import '../../ui/ui-notice.ts';
import { countStates, stateKindWords } from './filter-register.ts';
import { stateShape } from './state-mark.ts';

/** What is still to come, and what will not come. */
export function readingProgress({ waiting, failed }: Register) {
  return html`${
    waiting > 0
      ? html`<ui-notice kind="info">資料${waiting}件を読み取っています。終わると、この一覧に加わります。</ui-notice>`
      : nothing
  }
  ${
    failed.length > 0
      ? html`<ui-notice kind="warning">
          次の資料の取組は読み取れませんでした。資料を開いて確かめてください：${failed.join('、')}
        </ui-notice>`
      : nothing
  }`;
}

/** Where no paper tells of a numbered initiative. */
export function noInitiatives({ waiting }: Register) {
  if (waiting > 0) return nothing;
  return html`<ui-empty heading="番号の付いた取組は、資料に見つかりませんでした">
    <p>番号、取組名、目標、実績、進捗などが表になっている資料を登録すると、ここに並びます。</p>
  </ui-empty>`;
}

/** How many of the rows are in each state in the newest year. */
export function stateCounts({ years }: Register, rows: readonly RegisterRow[]) {
  const counts = countStates(rows);
  return html`<p class="counts">
    <span>${fiscalYearLabel(years[0]!)}：</span>
    ${stateKinds.flatMap((kind) => {
      const count = counts.get(kind);
      return count ? [html`<span class="kind ${kind}">${stateShape(kind)}${stateKindWords[kind]} ${count}</span>`] : [];
    })}
  </p>`;
}
