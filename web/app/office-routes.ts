import type { Params, Route } from './route.ts';

/** The secretariat's screens; each is loaded on its own, never with the member's. */
export const officeRoutes: readonly Route[] = [
  {
    pattern: '/office',
    tag: 'office-committees-page',
    load: () => import('../features/office/committees/office-committees-page.ts'),
    wholeWindow: true,
    answer: () => '/api/committees',
  },
  {
    pattern: '/office/sign-in',
    tag: 'office-sign-in-page',
    load: () => import('../features/office/entry/office-sign-in-page.ts'),
    outside: true,
  },
  {
    pattern: '/office/set-up',
    tag: 'office-set-up-page',
    load: () => import('../features/office/entry/office-set-up-page.ts'),
    outside: true,
  },
  {
    pattern: '/office/join',
    tag: 'office-join-page',
    load: () => import('../features/office/entry/office-join-page.ts'),
    outside: true,
  },
  {
    pattern: '/office/officials',
    tag: 'office-officials-page',
    load: () => import('../features/office/officials/office-officials-page.ts'),
    wholeWindow: true,
    answer: () => '/api/officials',
  },
  {
    pattern: '/office/account',
    tag: 'office-account-page',
    load: () => import('../features/office/account/office-account-page.ts'),
    wholeWindow: true,
    answer: () => '/api/account',
  },
  {
    pattern: '/office/audit',
    tag: 'office-audit-page',
    load: () => import('../features/office/audit/office-audit-page.ts'),
    wholeWindow: true,
  },
  {
    pattern: '/office/city',
    tag: 'office-city-page',
    load: () => import('../features/office/city/office-city-page.ts'),
    wholeWindow: true,
    answer: () => '/api/city',
  },
  {
    pattern: '/office/committees/:id',
    tag: 'office-committee-page',
    load: () => import('../features/office/committees/office-committee-page.ts'),
    wholeWindow: true,
    answer: (params: Params) => `/api/committees/${params.id}`,
  },
  {
    pattern: '/office/committees/:id/register',
    tag: 'register-page',
    load: () =>
      Promise.all([import('../features/register/register-page.ts'), import('../features/office/office-frame.ts')]),
    wholeWindow: true,
    inOffice: true,
    answer: (params: Params) => `/api/committees/${params.id}/register`,
  },
  {
    pattern: '/office/meetings/:id',
    tag: 'office-meeting-page',
    load: () => import('../features/office/meeting/office-meeting-page.ts'),
    wholeWindow: true,
    answer: (params: Params) => `/api/meetings/${params.id}`,
  },
  {
    pattern: '/office/meetings/:id/check',
    tag: 'office-check-page',
    load: () => import('../features/office/check/office-check-page.ts'),
    wholeWindow: true,
    answer: (params: Params) => `/api/meetings/${params.id}`,
  },
  {
    pattern: '/office/meetings/:id/notices',
    tag: 'office-notices-page',
    load: () => import('../features/office/notices/office-notices-page.ts'),
    wholeWindow: true,
    answer: (params: Params) => `/api/meetings/${params.id}/notices`,
  },
  {
    pattern: '/office/meetings/:id/wall',
    tag: 'office-wall-page',
    load: () => import('../features/office/notices/office-wall-page.ts'),
    wholeWindow: true,
    answer: (params: Params) => `/api/meetings/${params.id}/wall`,
  },
  {
    pattern: '/office/meetings/:id/replies',
    tag: 'office-replies-page',
    load: () => import('../features/office/replies/office-replies-page.ts'),
    wholeWindow: true,
    answer: (params: Params) => `/api/meetings/${params.id}/replies`,
  },
  {
    pattern: '/office/ledger',
    tag: 'office-ledger-page',
    load: () => import('../features/office/ledger/office-ledger-page.ts'),
    wholeWindow: true,
  },
];
