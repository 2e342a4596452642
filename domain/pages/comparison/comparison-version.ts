/** Raised with every change after which stored comparisons of papers are to be computed anew from their entries. */
export const comparisonVersion = 23;
