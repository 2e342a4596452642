import { startEarly } from '../client/request.ts';
import type { Route } from './route.ts';
import { routeFor } from './routes.ts';

/** Starts what the screen at this address will need: its code and its first answer. */
export function beginFor(address: { pathname: string; search: string }): void {
  const match = routeFor(address.pathname);
  if (!match) return;
  void match.route.load().catch(() => undefined);
  startEarly('/api/session').catch(() => undefined);
  const query = new URLSearchParams(address.search);
  const path = match.route.answer?.(match.params, query);
  if (path !== undefined) firstPicture(match.route, path, query).catch(() => undefined);
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
