/** The jobs of this feature and what each is told. */
export type ComparisonJobs = {
  'compare-revisions': { comparisonId: number };
  /** Queues what is missing, or was computed by another version of the engine. */
  'plan-comparisons': Record<string, never>;
};
