export type Door = 'official' | 'member';

export const doorHeader = 'x-kurabe-door';

let memberAbsent = false;

/**
 * For whom a request from this address speaks, where the browser may hold both an official's and a member's session:
 * the secretariat's screens and previews for the official, all others for the member, and for the official only after
 * the portal has said that there is no member.
 */
export function doorOf(address: { pathname: string; search: string }): Door {
  if (/^\/office(?:\/|$)/.test(address.pathname)) return 'official';
  if (new URLSearchParams(address.search).has('preview')) return 'official';
  return memberAbsent ? 'official' : 'member';
}

/** What the newest answer said of this browser's member. */
export function noteMember(present: boolean): void {
  memberAbsent = !present;
}
