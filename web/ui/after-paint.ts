/** Runs once what was just changed is painted: what is only needed next does not hold it up. */
export function afterPaint(run: () => void): void {
  requestAnimationFrame(() => setTimeout(run));
}
