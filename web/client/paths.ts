/** The addresses of all screens: the only place that spells them. */
export const paths = {
  entry: '/',
  key: (reason: string) => `/key/${reason}`,
  meeting: (id: number) => `/meetings/${id}`,
  document: (id: number, query: { page?: number; revision?: number } = {}) => `/documents/${id}${search(query)}`,
  beside: (id: number, other: number, query: { page?: number; otherPage?: number } = {}) =>
    `/documents/${id}/beside/${other}${search(query)}`,
  /** Asks for the other document first. */
  besideChoice: (id: number, query: { page?: number } = {}) => `/documents/${id}/beside${search(query)}`,
  office: '/office',
  officeSignIn: (returnTo?: string) => `/office/sign-in${search({ returnTo })}`,
  officeSetUp: '/office/set-up',
  officeCity: '/office/city',
  officeCommittee: (id: number) => `/office/committees/${id}`,
  officeMeeting: (id: number) => `/office/meetings/${id}`,
  officeNotices: (meetingId: number) => `/office/meetings/${meetingId}/notices`,
};

/** Addresses of files that a page shows or downloads. */
export const files = {
  picture: (revisionId: number, page: number, size: 'large' | 'small') =>
    `/api/revisions/${revisionId}/pages/${page}/picture/${size}`,
  pdf: (revisionId: number) => `/api/revisions/${revisionId}/file`,
  download: (revisionId: number) => `/api/revisions/${revisionId}/file?download=true`,
};

function search(query: Record<string, string | number | undefined>): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
