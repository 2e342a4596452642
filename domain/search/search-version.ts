/** Of the folding and the grams: what was stored by another version is made anew. */
export const searchVersion = 4;
