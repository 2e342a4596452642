/** The jobs of this feature and what each is told. */
export type SearchJobs = {
  'index-revision': { revisionId: number };
  /** Queues what is not indexed, or was folded in another way. */
  'plan-indexing': Record<string, never>;
};
