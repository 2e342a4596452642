/// <reference types="vite/client" />
import { expect, test } from 'vitest';
import { carriedPath } from '../../server/http/carried-answers.ts';
import { routeFor } from '../../web/app/routes.ts';

test.each([
  '/meetings/7',
  '/documents/7',
  '/documents/7?revision=3&page=2',
  '/documents/7/beside',
  '/documents/7/beside/8?page=2',
  '/documents/7/beside/8?revision=3',
])('the server sends along with %s what the screen asks for first, under the same path', (address) => {
  const url = new URL(address, 'http://localhost');
  const { route, params } = routeFor(url.pathname)!;
  expect(carriedPath(url)).toBe(route.answer!(params, url.searchParams));
});
