import type { Route } from './route.ts';

/** The secretariat's screens; each is loaded on its own, never with the member's. */
export const officeRoutes: readonly Route[] = [];
