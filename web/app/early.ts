import { applyAppearance } from '../client/appearance.ts';
import { startEarly } from '../client/request.ts';
import type { Route } from './route.ts';
import { routeFor } from './routes.ts';

/** A meeting is read for about so long before a paper of it is opened; a version that comes meanwhile is told in the reader. */
const readingMilliseconds = 60_000;

/** Starts what the very first screen needs, while the shell is still on its way. */
export function beginFirst(address: Address): void {
  applyAppearance();
  startEarly('/api/session').catch(() => undefined);
  beginFor(address);
}

interface Address {
  readonly pathname: string;
  readonly search: string;
}

/** Starts what the screen at this address will need, side by side: its code, its first answer, its first picture. */
export function beginFor(address: Address, fresh?: number): void {
  const match = routeFor(address.pathname);
  if (!match) return;
  void match.route.load().catch(() => undefined);
  const query = new URLSearchParams(address.search);
  const path = match.route.answer?.(match.params, query);
  // the page shows what fails here once it asks itself
  if (path !== undefined) goFurther(match.route, startEarly(path, fresh), query).catch(() => undefined);
}

/** What an answer shows to be needed: the screen's picture, and what its reader will most likely open next. */
async function goFurther(route: Route, asked: Promise<Response>, query: URLSearchParams): Promise<void> {
  if (!route.picture && !route.next) return;
  const response = await asked;
  if (!response.ok) return;
  const answer: unknown = await response.json();
  loadPicture(route.picture?.(answer, query) ?? null, 'high');
  const next = route.next?.(answer) ?? null;
  if (next === null || savesData()) return;
  loadPicture(next.picture, 'auto');
  beginFor(new URL(next.path, location.origin), readingMilliseconds);
}

function loadPicture(url: string | null, priority: 'high' | 'auto'): void {
  if (url === null) return;
  const image = new Image();
  image.fetchPriority = priority;
  image.src = url;
}

/** The person has asked their browser to be sparing. */
function savesData(): boolean {
  return 'connection' in navigator && (navigator.connection as { saveData?: boolean }).saveData === true;
}
