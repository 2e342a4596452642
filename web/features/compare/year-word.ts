/** 今年 for the later of two fiscal years and 昨年, おととし for the earlier; nothing where they are the same or further apart. */
export function yearWord(fiscalYear: number, beside: number): string {
  const difference = fiscalYear - beside;
  if (difference > 0) return '今年';
  return { '-1': '昨年', '-2': 'おととし' }[String(difference)] ?? '';
}
