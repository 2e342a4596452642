/** Which revisions stand side by side; without them the newest. */
export interface RevisionsQuery {
  readonly revision?: number;
  readonly otherRevision?: number;
}

export interface BesideQuery extends RevisionsQuery {
  readonly page?: number;
  readonly otherPage?: number;
  /** What to show as tapped: its middle on `page` or `otherPage` in points, as x,y. */
  readonly at?: string;
  readonly otherAt?: string;
}

/** The middle of a box of the page in points (left, top, right, bottom), as `at` of an address. */
export function middleOf([left = 0, top = 0, right = 0, bottom = 0]: readonly number[]): string {
  return `${((left + right) / 2).toFixed(1)},${((top + bottom) / 2).toFixed(1)}`;
}

/** What is searched for, and what the search is narrowed to. */
export interface SearchAddress {
  readonly words?: string;
  readonly committee?: number;
  readonly year?: number;
  readonly kind?: string;
}

/** What the audit trail is narrowed to. */
export interface AuditAddress {
  readonly words?: string;
  readonly act?: string;
  readonly official?: number;
  readonly from?: string;
  readonly to?: string;
}

/** The addresses of all screens: the only place that spells them. */
export const paths = {
  entry: '/',
  key: (reason: string, committee?: number) => `/key/${reason}${search({ committee })}`,
  meeting: (id: number) => `/meetings/${id}`,
  /** `words` are looked for in it. */
  document: (id: number, query: { page?: number; revision?: number; words?: string } = {}) =>
    `/documents/${id}${search(query)}`,
  /** A page as words and tables. */
  wording: (id: number, query: { page?: number } = {}) => `/documents/${id}/wording${search(query)}`,
  beside: (id: number, other: number, query: BesideQuery = {}) =>
    `/documents/${id}/beside/${other}${search({ ...query })}`,
  /** Asks for the other document first. */
  besideChoice: (id: number, query: { page?: number } = {}) => `/documents/${id}/beside${search(query)}`,
  /** What changed between the two, as a list. */
  changes: (id: number, other: number, query: RevisionsQuery = {}) =>
    `/documents/${id}/beside/${other}/changes${search({ ...query })}`,
  /** A row over all years, by its page and index; `column` is shown first. */
  years: (id: number, query: { page: number; line: number; column?: string }) =>
    `/documents/${id}/years${search(query)}`,
  /** The initiatives of a committee; `meeting` is where one came from. */
  register: (committeeId: number, query: { meeting?: number } = {}) =>
    `/committees/${committeeId}/register${search(query)}`,
  /** Words in all materials. */
  search: (query: SearchAddress = {}) => `/search${search({ ...query })}`,
  /** All that the member wrote. */
  notes: '/notes',
  help: '/help',
  office: '/office',
  officeSignIn: (returnTo?: string) => `/office/sign-in${search({ returnTo })}`,
  officeSetUp: '/office/set-up',
  officeJoin: '/office/join',
  officeOfficials: '/office/officials',
  officeAccount: '/office/account',
  officeCity: '/office/city',
  /** Who did what, found by what is asked. */
  officeAudit: (query: AuditAddress = {}) => `/office/audit${search({ ...query })}`,
  officeCommittee: (id: number) => `/office/committees/${id}`,
  officeRegister: (committeeId: number) => `/office/committees/${committeeId}/register`,
  officeMeeting: (id: number) => `/office/meetings/${id}`,
  /** What makes its papers hard to compare with those before. */
  officeCheck: (meetingId: number) => `/office/meetings/${meetingId}/check`,
  officeNotices: (meetingId: number) => `/office/meetings/${meetingId}/notices`,
  /** A picture for the screen of the hall. */
  officeWall: (meetingId: number) => `/office/meetings/${meetingId}/wall`,
  officeReplies: (meetingId: number) => `/office/meetings/${meetingId}/replies`,
  /** The paper that was saved, of all committees or of one. */
  officeLedger: (query: { committee?: number; year?: number } = {}) => `/office/ledger${search(query)}`,
};

/** `name` says what the picture holds, so that the browser can keep it. */
function picture(revisionId: number, page: number, size: 'large' | 'small' | 'quick', name?: string | null): string {
  return `/api/revisions/${revisionId}/pages/${page}/picture/${size}${search({ v: name ?? undefined })}`;
}

/** Few pages have a picture of few bytes beside the large one. */
export const hasQuick = (name: string) => name.includes('-');

/** Addresses of files that a page shows or downloads. */
export const files = {
  picture,
  /** What is seen first of a page: the quick picture where its name says that there is one. */
  firstPicture: (revisionId: number, page: number, name: string) =>
    picture(revisionId, page, hasQuick(name) ? 'quick' : 'large', name),
  /** All papers of a meeting as one PDF. */
  papers: (meetingId: number) => `/api/meetings/${meetingId}/papers.pdf`,
  /** A member's notes drawn on the pages of a paper. */
  notedPdf: (documentId: number, query: { revision?: number } = {}) =>
    `/api/documents/${documentId}/notes.pdf${search(query)}`,
  pdf: (revisionId: number) => `/api/revisions/${revisionId}/file`,
  changes: (comparisonId: number) => `/api/comparisons/${comparisonId}/changes.csv`,
  /** The tables of the newer paper with the older one's values, of the whole, of a page, or one of them. */
  tables: (comparisonId: number, kind: 'xlsx' | 'pdf', query: { page?: number; table?: number } = {}) =>
    `/api/comparisons/${comparisonId}/tables.${kind}${search(query)}`,
  register: (committeeId: number) => `/api/committees/${committeeId}/register.csv`,
  /** To be printed, of one member or of all who wish paper. */
  wishedPapers: (meetingId: number, query: { member?: number } = {}) =>
    `/api/meetings/${meetingId}/wished-papers${search(query)}`,
  replies: (meetingId: number) => `/api/meetings/${meetingId}/replies.csv`,
  audit: (query: AuditAddress) => `/api/audit.csv${search({ ...query })}`,
  /** A row a meeting, or a document. */
  ledger: (query: { committee?: number; year?: number; by?: 'document' }) => `/api/ledger.csv${search(query)}`,
  ledgerReport: (query: { committee?: number; year?: number }) => `/api/ledger.pdf${search(query)}`,
  /** How to come in by a letter, to go with it. */
  helpSheet: (meetingId: number) => `/api/meetings/${meetingId}/help-sheet.pdf`,
  /** To be laid into an envelope; all in millimetres. */
  windowSheet: (window: { left: number; top: number; width: number; height: number }) =>
    `/api/city/window-sheet.pdf${search(window)}`,
  /** The file of Word, Excel or PowerPoint that the PDF was made of. */
  original: (revisionId: number) => `/api/revisions/${revisionId}/original`,
  download: (revisionId: number) => `/api/revisions/${revisionId}/file?download=true`,
};

export function search(query: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
