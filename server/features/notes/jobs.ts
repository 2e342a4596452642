/** The jobs of this feature and what each is told. */
export type NotesJobs = {
  /** Queues the comparisons by which what was written on earlier versions goes with its lines to this one. */
  'place-notes': { revisionId: number };
};
