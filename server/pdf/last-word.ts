const form = /^over its (memory|time) at page (\d+)$/m;

/** What the child's guard prints before it ends the process; `page` is 0 where none was begun. */
export function lastWord(reason: 'memory' | 'time', page: number): string {
  return `over its ${reason} at page ${page}\n`;
}

/** The last word in what a child printed: which limit, and at which page (1-based), if at one. */
export function readLastWord(printed: string): { reason: string; page: number | undefined } | undefined {
  const match = form.exec(printed);
  return match ? { reason: match[1]!, page: Number(match[2]) || undefined } : undefined;
}
