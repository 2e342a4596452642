/**
 * Puts the keyboard back into the page after what it was on went away: on the heading with this id inside `host`.
 * Call it after drawing; where the focus still is somewhere, it stays.
 */
export function focusIfLost(host: { readonly renderRoot: ParentNode } | null, headingId: string): void {
  const active = document.activeElement;
  if (active !== null && active !== document.body) return;
  host?.renderRoot.querySelector<HTMLElement>(`#${headingId}`)?.focus({ preventScroll: true });
}
