import type { ColumnGroup } from './column-groups.ts';
import { pushLabels } from './column-groups.ts';
import { LabelStack } from './label-stack.ts';
import type { TableLayout } from './table-layout.ts';

/**
 * The groups of a table with those told that go their own way: an item of 説明 that belongs to one further up, and stands
 * beside another 節 than that, shows that 説明 is not about the 節 but about their 目. `earlier` are those of the table that goes on.
 */
export function withOwnWays(
  table: TableLayout,
  groups: readonly ColumnGroup[],
  earlier: readonly ColumnGroup[] | null,
): readonly ColumnGroup[] {
  return groups.map((group, index) => {
    if (index < 2 || group.labels.length === 0) return group;
    return earlier?.[index]?.ownWay || crossesNames(table, groups, index) ? { ...group, ownWay: true } : group;
  });
}

function crossesNames(table: TableLayout, groups: readonly ColumnGroup[], index: number): boolean {
  const [outer, beside, own] = [groups.slice(0, index - 1), groups[index - 1]!, groups[index]!];
  const stack = new LabelStack();
  /** For each level of the stack whether a name of the group beside has begun since. */
  let passed: boolean[] = [];
  for (let row = 0; row < table.rows; row += 1) {
    if (table.headerRows[row]) continue;
    const cells = table.grid.cells.filter((cell) => cell.top === row);
    const isNamed = ({ labels }: ColumnGroup) =>
      cells.some((cell) => labels.includes(cell.left) && table.kind(cell) === 'text');
    if (outer.some(isNamed)) {
      stack.clear();
      passed = [];
    }
    if (isNamed(beside)) passed = passed.map(() => true);
    if (!isNamed(own)) continue;
    pushLabels(table, cells, [own], [stack]);
    const depth = stack.labels.length;
    passed = [...passed.slice(0, depth - 1), false];
    if (isNamed(beside) && passed[0]) return true;
  }
  return false;
}
