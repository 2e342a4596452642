declare global {
  /** What a person asks of the reader. */
  interface PortalEvents {
    'strip-toggled': null;
    'spread-toggled': null;
    'whole-toggled': null;
    'printing-asked': null;
    'search-asked': null;
    'search-closed': null;
    'notes-toggled': null;
    'newest-asked': null;
    'notice-closed': null;
    /** Words are to be looked for in the paper that is read. */
    'hits-asked': { readonly words: string };
    'hit-stepped': { readonly direction: 1 | -1 };
  }
}

export {};
