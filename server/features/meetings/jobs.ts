/** The jobs of meetings, for the queue that main starts. */
export type MeetingJobs = {
  /** Publishes the meetings whose moment has come. */
  'publish-due': Record<string, never>;
};
