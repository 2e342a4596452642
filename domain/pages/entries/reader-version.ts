/** Raised with every change after which stored entries of papers are to be read anew. */
export const readerVersion = 28;
