/** The document that was opened, and what stands beside it. */
export const sides = ['own', 'beside'] as const;
export type Side = (typeof sides)[number];

export const facing = { own: 'beside', beside: 'own' } as const satisfies Record<Side, Side>;

/** A 1-based page of each. */
export type Places = Readonly<Record<Side, number>>;

/** How many pages each has. */
export type Lengths = Readonly<Record<Side, number>>;
