/** The jobs of this feature and what each is told. */
export type RegisterJobs = {
  'read-initiatives': { revisionId: number };
  /** Queues what is missing, or was read by another version of the reader. */
  'plan-readings': Record<string, never>;
};
