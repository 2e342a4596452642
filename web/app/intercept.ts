/** The path to show within the portal for this click on a link; null where the browser shall follow it itself. */
export function interceptedPath(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
  if (!link?.href || link.target || link.hasAttribute('download')) return null;
  const address = new URL(link.href);
  if (address.origin !== location.origin || /^\/(?:api|M|m)(?:\/|$)/.test(address.pathname)) return null;
  if (address.hash && address.pathname === location.pathname) return null;
  return address.pathname + address.search;
}
