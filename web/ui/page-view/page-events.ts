declare global {
  interface PortalEvents {
    'page-turn': { direction: 1 | -1 };
    /** `page` is the 1-based number in the file. */
    'page-chosen': { page: number };
    'jump-asked': null;
    /** Zoomed by hand: to so many times the fit. */
    'zoom-changed': { zoom: number };
    /** By a button: one step larger or smaller. */
    'zoom-stepped': { direction: 1 | -1 };
    'fit-toggled': null;
    'view-scrolled': null;
    /** `point` in points from the top left of the page; null where the keyboard chose. */
    'row-chosen': { id: string; point: { x: number; y: number } | null };
  }
}

export {};
