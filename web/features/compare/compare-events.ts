declare global {
  /** What a person asks of two papers side by side. */
  interface PortalEvents {
    'marks-toggled': null;
    'link-toggled': null;
    'sides-swapped': null;
    'companion-asked': null;
    'picking-ended': null;
    'pane-closed': null;
    'choice-closed': null;
    'alignment-asked': null;
    'comparison-retried': null;
    'pages-paired': null;
    'correction-begun': null;
    'correction-undone': null;
    'counterpart-changed': null;
    /** Another column of the chosen line, by its index. */
    'value-chosen': { index: number };
    /** The line that is corrected has the counterpart that was chosen, or, `alone`, none. */
    'correction-made': { alone: boolean };
    'document-picked': { documentId: number };
  }
}

export {};
