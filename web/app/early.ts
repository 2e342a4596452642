import { startEarly } from '../client/request.ts';
import type { Route } from './route.ts';
import { routeFor } from './routes.ts';

/** Starts what the very first screen needs, while the shell is still on its way. */
export function beginFirst(address: Address): void {
  startEarly('/api/session').catch(() => undefined);
  beginFor(address);
}

interface Address {
  readonly pathname: string;
  readonly search: string;
}

/** Starts what the screen at this address will need, side by side: its code, its first answer, its first picture. */
export function beginFor(address: Address): void {
  const match = routeFor(address.pathname);
  if (!match) return;
  void match.route.load().catch(() => undefined);
  const query = new URLSearchParams(address.search);
  const path = match.route.answer?.(match.params, query);
  if (path !== undefined) firstPicture(match.route, path, query).catch(() => undefined);
}

/** A member who looks at a meeting opens a document next: the reader's code is there by then. */
export function loadReaderAhead(): void {
  const load = () =>
    void routeFor('/documents/1')
      ?.route.load()
      .catch(() => undefined);
  if ('requestIdleCallback' in window) requestIdleCallback(load, { timeout: 2000 });
  else setTimeout(load, 500);
}

/** The page shows what fails here once it asks itself. */
async function firstPicture(route: Route, path: string, query: URLSearchParams): Promise<void> {
  const response = await startEarly(path);
  if (!route.picture || !response.ok) return;
  const url = route.picture(await response.json(), query);
  if (url === null) return;
  const image = new Image();
  image.fetchPriority = 'high';
  image.src = url;
}
