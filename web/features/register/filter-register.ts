import type { RegisterCell, RegisterRow, StateKind } from '../../../contract/register.ts';
import { foldForSearch } from '../../../domain/japanese/normalise.ts';

/** What a person wants to see of the register; it lives in the address. */
export interface RegisterFilter {
  readonly text: string;
  /** Of the newest year that tells of an initiative. */
  readonly state: StateKind | '';
  /** RegisterRow.paper. */
  readonly paper: string;
  readonly check: 'unsure' | 'corrected' | '';
}

export const stateKindWords: Record<StateKind, string> = {
  done: '完了',
  'on-plan': '計画どおり',
  late: '遅れ',
  'not-started': '未着手',
  other: 'その他',
};

export function readFilter(query: URLSearchParams): RegisterFilter {
  const state = query.get('state') ?? '';
  const check = query.get('check');
  return {
    text: query.get('text') ?? '',
    state: state in stateKindWords ? (state as StateKind) : '',
    paper: query.get('paper') ?? '',
    check: check === 'unsure' || check === 'corrected' ? check : '',
  };
}

export function filterRows(rows: readonly RegisterRow[], { text, state, paper, check }: RegisterFilter): RegisterRow[] {
  const words = foldForSearch(text).split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      (state === '' || newestCell(row).state?.kind === state) &&
      (paper === '' || row.paper === paper) &&
      (check !== 'unsure' || row.cells.some((cell) => cell?.unsure)) &&
      (check !== 'corrected' || row.cells.some((cell) => cell && cell.corrected.length > 0)) &&
      words.every((word) => searchable(row).includes(word)),
  );
}

/** Of the newest year that tells of it; every row has one. */
export const newestCell = ({ cells }: RegisterRow): RegisterCell => cells.find((cell) => cell !== null)!;

/** In the order of the rows. */
export const papersOf = (rows: readonly RegisterRow[]): string[] => [...new Set(rows.map(({ paper }) => paper))];

/** How many of the rows that the newest year tells of are in each state. */
export function countStates(rows: readonly RegisterRow[]): Map<StateKind, number> {
  const counts = new Map<StateKind, number>();
  for (const { cells } of rows) {
    const kind = cells[0]?.state?.kind;
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

const folded = new WeakMap<RegisterRow, string>();
function searchable(row: RegisterRow): string {
  const known = folded.get(row);
  if (known !== undefined) return known;
  const cells = row.cells.filter((cell) => cell !== null);
  const words = cells.flatMap((cell) => [cell.number, cell.name, cell.department, cell.indicator, cell.state?.text]);
  const text = foldForSearch([row.number, row.name, row.department, row.group, ...words].join(' '));
  folded.set(row, text);
  return text;
}
