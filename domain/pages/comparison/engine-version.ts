/** Raise it with every change that gives another result for the same papers: stored comparisons are computed again then. */
export const engineVersion = 7;
