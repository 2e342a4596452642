/** Who stands for whom: the rules as a person would say them, written without looking at the code. */
export const officials: Record<string, string[]> = {
  administrator: ['A', 'B'],
  'secretariat-A': ['A'],
  'secretariat-none': [],
  'both-as-official': ['A'],
};
/** A browser that holds somebody else's session too, by whose it is. */
const standsFor: Record<string, string> = { 'both-as-official': 'secretariat-A' };
export const readers: Record<string, string[]> = {
  'member-A': ['earlier-1', 'plain-1', 'replaced-1', 'replaced-2', 'pending-1', 'later-1'],
  'member-A-short': ['earlier-1', 'plain-1', 'replaced-1', 'replaced-2', 'pending-1'],
  'member-B': ['foreign-1'],
  'both-as-member': ['foreign-1'],
};
export const ofCommitteeA = [
  ...['earlier-1', 'plain-1', 'replaced-1', 'replaced-2', 'pending-1', 'pending-2', 'added-1', 'later-1', 'draft-1'],
];
export const revisionsOf: Record<string, string[]> = { A: ofCommitteeA, B: ['foreign-1'] };
export const meetingOf: Record<string, string> = {
  earlier: 'A-earlier',
  plain: 'A-now',
  replaced: 'A-now',
  pending: 'A-now',
  added: 'A-now',
  withdrawn: 'A-now',
  later: 'A-later',
  draft: 'A-draft',
  foreign: 'B-now',
};
export const documentOf = (revision: string) => revision.replace(/-\d$/, '');

export function visibleRevisions(visitor: string): string[] {
  return readers[visitor] ?? (officials[visitor] ?? []).flatMap((committee) => revisionsOf[committee] ?? []);
}

export const resources = [
  'committees',
  'meetings',
  'documents',
  'revisions',
  'members',
  'notices',
  'comparisons',
  'corrections',
  'register-corrections',
  'officials',
  'passkeys',
  'sessions',
] as const;
/** A correction of the register is called by the revisions it is about: one, or the two that it says are the same. */
export const registerCorrections = ['plain-1', 'earlier-1+plain-1', 'withdrawn-1', 'foreign-1', 'plain-1+foreign-1'];
/** A comparison, and a correction of it, is called by its revisions: earlier-1+plain-1. */
export const comparedPairs = [
  ...['earlier-1+plain-1', 'earlier-1+pending-2', 'plain-1+draft-1', 'replaced-1+replaced-2', 'plain-1+later-1'],
  ...['withdrawn-1+plain-1', 'plain-1+foreign-1'],
];
export type Resource = (typeof resources)[number];

export function mayRead(visitor: string, resource: Resource, name: string): boolean {
  const visible = visibleRevisions(visitor);
  if (resource === 'revisions') return visible.includes(name);
  if (resource === 'committees') return visible.some((revision) => meetingOf[documentOf(revision)]?.[0] === name);
  if (resource === 'comparisons') return name.split('+').every((revision) => visible.includes(revision));
  if (resource === 'documents') return visible.some((revision) => documentOf(revision) === name);
  if (resource === 'meetings') return visible.some((revision) => meetingOf[documentOf(revision)] === name);
  return mayEdit(visitor, resource, name);
}

export function mayEdit(visitor: string, resource: Resource, name: string): boolean {
  const own = officials[visitor] ?? [];
  // called by whose they are
  if (resource === 'passkeys' || resource === 'sessions') return (standsFor[visitor] ?? visitor) === name;
  if (resource === 'officials') return visitor === 'administrator';
  if (resource === 'comparisons' || resource === 'corrections' || resource === 'register-corrections')
    return name.split('+').every((revision) => mayEdit(visitor, 'revisions', revision));
  const committee = {
    committees: name,
    meetings: name[0],
    documents: meetingOf[name]?.[0],
    revisions: meetingOf[documentOf(name)]?.[0],
    members: name.replace('member-', '')[0],
    notices: name.replace('member-', '')[0],
  }[resource];
  return own.includes(committee ?? '');
}

export const publicRoutes = [
  'GET /api/session',
  'POST /api/session',
  'DELETE /api/session',
  ...['GET /api/session/others', 'POST /api/session/others', 'DELETE /api/session/others'],
  'POST /api/set-up',
  'POST /api/session/passkey',
  'POST /api/invitation',
  'POST /api/invitation/password',
  'POST /api/codes',
  'GET /api/committees/{id}/contact',
];
/** Not described as the API: the letter, the pages, the description itself, signs of life, and metrics, which ask for a token. */
export const hiddenRoutes = [
  ...['GET /*', 'GET /M/{key}', 'GET /m/{key}', 'GET /api/openapi.json'],
  ...['GET /api/health', 'GET /api/health/live', 'GET /metrics'],
];
export const forAdministrators = [
  ...['GET /api/city', 'PUT /api/city', 'GET /api/city/window-sheet.pdf'],
  ...['POST /api/committees', 'PUT /api/ledger/settings', 'GET /api/status'],
  ...['GET /api/audit', 'GET /api/audit.csv', 'GET /api/officials', 'POST /api/officials'],
  ...['PUT /api/officials/{id}', 'POST /api/officials/{id}/invitation'],
  ...['POST /api/officials/{id}/stop', 'DELETE /api/officials/{id}/stop'],
];
export const byMembersAlone = [
  'PUT /api/meetings/{id}/reply',
  'PUT /api/notes',
  'POST /api/notes/deletion',
  'PUT /api/appearance',
];
/** Notes: neither officials nor administrators have any way to them. */
export const readByMembersAlone = [
  'GET /api/notes',
  'GET /api/documents/{id}/notes',
  'GET /api/documents/{id}/notes.pdf',
];
/** What every official may do: it is about nobody but themselves. */
export const ofOwnAccount = [
  ...['GET /api/account', 'PUT /api/account/password', 'DELETE /api/account/sessions'],
  ...['POST /api/account/proof', 'POST /api/account/proof/question', 'POST /api/account/proof/passkey'],
  ...['POST /api/account/passkeys/question', 'POST /api/account/passkeys', 'POST /api/uploads'],
];
export const readByMembers = [
  'GET /api/meetings/{id}',
  'GET /api/meetings/{id}/papers.pdf',
  'GET /api/documents/{id}',
  'GET /api/documents/{id}/line-years',
  'GET /api/documents/{id}/newest',
  'GET /api/committees/{id}/register',
  'GET /api/committees/{id}/register.csv',
  'GET /api/comparisons/{id}',
  'GET /api/comparisons/{id}/lines',
  'GET /api/comparisons/{id}/changes',
  'GET /api/comparisons/{id}/changes.csv',
  'GET /api/comparisons/{id}/tables.xlsx',
  'GET /api/comparisons/{id}/tables.pdf',
  'GET /api/revisions/{id}/file',
  'GET /api/revisions/{id}/pages/{page}/picture/{size}',
  'GET /api/revisions/{id}/pages/{page}/text',
  'GET /api/revisions/{id}/hits',
  'GET /api/search',
  'GET /api/places',
];

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  name: string;
}
