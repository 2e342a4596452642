import { startEarly } from '../client/request.ts';
import { routeFor } from './routes.ts';

/** Starts what the screen at this address will need: its code and its first answer. */
export function beginFor(address: { pathname: string; search: string }): void {
  const match = routeFor(address.pathname);
  if (!match) return;
  void match.route.load().catch(() => undefined);
  startEarly('/api/session');
  const answer = match.route.answer?.(match.params, new URLSearchParams(address.search));
  if (answer) startEarly(answer);
}
