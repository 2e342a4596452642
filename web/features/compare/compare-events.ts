/** What a person asks of two papers side by side; passes on through the shadow roots to the page. */
type Wish =
  | 'marks-toggled'
  | 'link-toggled'
  | 'sides-swapped'
  | 'companion-asked'
  | 'picking-ended'
  | 'pane-closed'
  | 'choice-closed'
  | 'alignment-asked'
  | 'comparison-retried'
  | 'pages-paired'
  | 'correction-begun'
  | 'correction-undone'
  | 'counterpart-changed';

export class Asked extends Event {
  constructor(wish: Wish) {
    super(wish, { bubbles: true, composed: true });
  }
}

/** Another column of the chosen line, by its index. */
export class ValueChosen extends CustomEvent<{ index: number }> {
  constructor(index: number) {
    super('value-chosen', { detail: { index }, bubbles: true, composed: true });
  }
}

/** The line that is corrected has the counterpart that was chosen, or, `alone`, none. */
export class CorrectionMade extends CustomEvent<{ alone: boolean }> {
  constructor(alone: boolean) {
    super('correction-made', { detail: { alone }, bubbles: true, composed: true });
  }
}

export class DocumentChosen extends CustomEvent<{ documentId: number }> {
  constructor(documentId: number) {
    super('document-chosen', { detail: { documentId }, bubbles: true, composed: true });
  }
}
