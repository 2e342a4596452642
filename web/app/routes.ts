import { parse } from 'regexparam';
import { carriedAnswers } from '../../contract/carried-answers.ts';
import type { Document } from '../../contract/documents.ts';
import type { Meeting } from '../../contract/meetings.ts';
import { files, paths } from '../client/paths.ts';
import { officeRoutes } from './office-routes.ts';
import type { Params, Route } from './route.ts';

/** A screen whose first answer comes with the page. */
const carrying = (pattern: keyof typeof carriedAnswers) => ({ pattern, answer: carriedAnswers[pattern] });

const firstPage = (answer: unknown, query: URLSearchParams) => {
  const { revision, pages, readingPlace } = answer as Document;
  const page = Number(query.get('page')) || readingPlace || 1;
  const shown = pages[page - 1];
  return shown ? files.picture(revision.id, page, 'large', shown.pictures) : null;
};

/** The first paper of substance: what the 次第 says is on the meeting's screen already. */
const firstPaper = (answer: unknown) => {
  const { documents } = answer as Meeting;
  const paper = documents.find(({ kind }) => kind === 'material') ?? documents[0];
  if (!paper) return null;
  const { id, cover } = paper.revision;
  return { path: paths.document(paper.id), picture: cover === null ? null : files.firstPicture(id, 1, cover) };
};

const memberRoutes: readonly Route[] = [
  { pattern: '/', tag: 'entry-page', load: () => import('../features/entry/entry-page.ts'), outside: true },
  { pattern: '/key/:reason', tag: 'key-page', load: () => import('../features/entry/key-page.ts'), outside: true },
  {
    ...carrying('/meetings/:id'),
    tag: 'meeting-page',
    load: () => import('../features/meetings/meeting-page.ts'),
    next: firstPaper,
  },
  {
    ...carrying('/documents/:id'),
    tag: 'reader-page',
    load: () => import('../features/reader/reader-page.ts'),
    wholeWindow: true,
    picture: firstPage,
  },
  {
    ...carrying('/documents/:id/beside/:other?'),
    tag: 'compare-page',
    load: () => import('../features/compare/compare-page.ts'),
    wholeWindow: true,
  },
  {
    pattern: '/documents/:id/beside/:other/changes',
    tag: 'changes-page',
    load: () => import('../features/changes/changes-page.ts'),
  },
  {
    pattern: '/committees/:id/register',
    tag: 'register-page',
    load: () => import('../features/register/register-page.ts'),
    answer: (params) => `/api/committees/${params.id}/register`,
  },
  { pattern: '/help', tag: 'help-page', load: () => import('../features/help/help-page.ts') },
  { pattern: '/notes', tag: 'notes-page', load: () => import('../features/notes/notes-page.ts') },
  { pattern: '/search', tag: 'search-page', load: () => import('../features/search/search-page.ts') },
  {
    pattern: '/documents/:id/wording',
    tag: 'wording-page',
    load: () => import('../features/wording/wording-page.ts'),
    answer: (params) => `/api/documents/${params.id}`,
  },
  { pattern: '/documents/:id/years', tag: 'years-page', load: () => import('../features/years/years-page.ts') },
];

const table = [...memberRoutes, ...officeRoutes].map((route) => ({ route, ...parse(route.pattern) }));

/** The screen of a path; null where there is none. */
export function routeFor(pathname: string): { route: Route; params: Params } | null {
  for (const { route, pattern, keys } of table) {
    const match = pattern.exec(pathname);
    if (!match) continue;
    const found = keys.flatMap((key, index) => {
      const value = match[index + 1];
      return value === undefined ? [] : [[key, decodeURIComponent(value)] as const];
    });
    return { route, params: Object.fromEntries(found) };
  }
  return null;
}
