/** The jobs of this feature and what each is told. */
export type RecognitionJobs = {
  'recognise-revision': { revisionId: number };
  /** Queues what has pages that are pictures and were not looked at, or by another version. */
  'plan-recognition': Record<string, never>;
};
