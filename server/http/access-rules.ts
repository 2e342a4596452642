import { type AccessRule, accessRules, enforce, requirePasskey, requireProof } from '../access/rule.ts';
import type { WebApp } from './web-app.ts';

/** Every route names who may call it: one that does not stops the start, and one called by others refuses. After readSessions. */
export function requireAccess(app: WebApp): void {
  app.decorate('declaredRoutes', []);
  app.addHook('onRoute', (route) => {
    const rule = route.config?.access;
    if (!rule || !accessRules.includes(rule))
      throw new Error(`route ${route.method} ${route.url} has no access rule and does not start`);
    for (const method of [route.method].flat()) app.declaredRoutes.push({ method, url: route.url, access: rule });
  });
  // before any of a body is read from somebody who may not send it
  app.addHook('onRequest', async (request) => {
    const { access: rule, proof, withoutPasskey } = request.routeOptions.config;
    if (rule && !request.ticketed) {
      if (!withoutPasskey) request.viewer = requirePasskey(rule, request.viewer);
      enforce(rule, request.viewer);
    }
    if (proof) requireProof(request.viewer);
  });
}

interface DeclaredRoute {
  readonly method: string;
  /** '/api/committees/:id' */
  readonly url: string;
  readonly access: AccessRule;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route, those of no description too, with who may call it. */
    declaredRoutes: DeclaredRoute[];
  }
}
