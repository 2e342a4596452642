export interface Route {
  readonly pattern: string;
  /** The page element; it is given `params` and `query`. */
  readonly tag: string;
  readonly load: () => Promise<unknown>;
  /** The whole window belongs to the page: no header of the portal. */
  readonly wholeWindow?: boolean;
  /** In the secretariat's frame, which the page itself does not know. */
  readonly inOffice?: boolean;
  /** For whoever has not come in yet: there is nothing to find. */
  readonly outside?: boolean;
  /** The API path the page will ask for first; asked for while its code is still on the way. */
  readonly answer?: (params: Params, query: URLSearchParams) => string;
  /** The picture that the page will show first, read from that answer. */
  readonly picture?: (answer: unknown, query: URLSearchParams) => string | null;
  /** Where its reader will most likely go next, and the picture that is seen there first, read from that answer. */
  readonly next?: (answer: unknown) => { readonly path: string; readonly picture: string | null } | null;
}

export type Params = Readonly<Record<string, string>>;

/** What every page element is given by the shell. */
export interface PageElement extends HTMLElement {
  params: Params;
  query: URLSearchParams;
}
