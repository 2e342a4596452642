/** One line of the table of measures. */
export interface Row {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  /** The same work by the yardstick beside it, in the same run; null where there is none on this machine. */
  readonly yardstick: number | null;
  readonly yardstickName: string;
  /** What is better: a larger number or a smaller one. */
  readonly better: 'more' | 'less';
}

/** A section's rows as a plain table; the ratio is above 1 where ours is the better. */
export function formatRows(title: string, rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const ratio =
      row.yardstick === null ? null : row.better === 'more' ? row.ours / row.yardstick : row.yardstick / row.ours;
    return [
      row.name,
      `${round(row.ours)} ${row.unit}`,
      row.yardstick === null ? '–' : `${round(row.yardstick)} ${row.unit}`,
      row.yardstickName,
      ratio === null ? '–' : `× ${ratio.toFixed(2)}`,
    ];
  });
  const table = [['', 'ours', 'yardstick', '', 'ratio'], ...lines];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((line) => line[column]!.length)));
  const text = table.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  return [`\n## ${title}`, ...text].join('\n');
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

export function ninetyFifth(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;
}
