import { accessRules, enforce } from '../access/rule.ts';
import type { WebApp } from './web-app.ts';

/** Every route names who may call it: one that does not stops the start, and one called by others refuses. After readSessions. */
export function requireAccess(app: WebApp): void {
  app.addHook('onRoute', (route) => {
    const rule = route.config?.access;
    if (!rule || !accessRules.includes(rule))
      throw new Error(`route ${route.method} ${route.url} has no access rule and does not start`);
  });
  // before any of a body is read from somebody who may not send it
  app.addHook('onRequest', async (request) => {
    const rule = request.routeOptions.config.access;
    if (rule && !request.ticketed) enforce(rule, request.viewer);
  });
}
