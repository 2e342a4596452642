import { html, svg } from 'lit';
import type { Register, RegisterRow, RegisterState, StateKind } from '../../../contract/register.ts';
import { stateKinds } from '../../../domain/initiatives/initiative.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import { countStates, stateKindWords } from './filter-register.ts';

// Told apart by shape, also in black and white: a tick in a disc, an arrow, a triangle, a ring, a lozenge.
const shapes: Record<StateKind, ReturnType<typeof svg>> = {
  done: svg`<circle cx="12" cy="12" r="10" fill="currentColor" stroke="none"/><path d="M7 12.500l3.500 3.500 6.500-7.500" stroke="#fff"/>`,
  'on-plan': svg`<path d="M3 12h17M13 5l7 7-7 7"/>`,
  late: svg`<path d="M12 3l10 18H2z" fill="currentColor" stroke="none"/><path d="M12 10v5M12 17.500v.5" stroke="#fff"/>`,
  'not-started': svg`<circle cx="12" cy="12" r="8.500"/>`,
  other: svg`<path d="M12 3l9 9-9 9-9-9z"/>`,
};

const stateShape = (kind: StateKind) => html`<svg viewBox="0 0 24 24" aria-hidden="true">${shapes[kind]}</svg>`;

/** A state as printed, with what it means where that is another word: Ａ（計画どおり）. */
export function stateMark({ kind, text }: RegisterState) {
  const isPlain = kind === 'other' || /[\p{Script=Han}\p{Script=Hiragana}]/u.test(text);
  return html`<span class="state ${kind}">${stateShape(kind)}<span>${text}${isPlain ? '' : `（${stateKindWords[kind]}）`}</span></span>`;
}

/** How many of the rows are in each state in the newest year. */
export function stateCounts({ years }: Register, rows: readonly RegisterRow[]) {
  const counts = countStates(rows);
  return html`<p class="counts">
    <span>${fiscalYearLabel(years[0]!)}：</span>
    ${stateKinds.flatMap((kind) => {
      const count = counts.get(kind);
      return count
        ? [html`<span class="kind ${kind}">${stateShape(kind)}${stateKindWords[kind]} ${count}件</span>`]
        : [];
    })}
  </p>`;
}
