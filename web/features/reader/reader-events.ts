type Wish =
  | 'strip-toggled'
  | 'spread-toggled'
  | 'whole-toggled'
  | 'printing-asked'
  | 'search-asked'
  | 'search-closed'
  | 'notes-toggled'
  | 'newest-asked'
  | 'notice-closed'
  | 'retry';

/** What a person asks of the reader; passes on through the shadow roots to the page. */
export class Asked extends Event {
  constructor(wish: Wish) {
    super(wish, { bubbles: true, composed: true });
  }
}

/** Words are to be looked for in the paper that is read. */
export class HitsAsked extends CustomEvent<{ readonly words: string }> {
  constructor(words: string) {
    super('hits-asked', { detail: { words } });
  }
}

export class HitStepped extends CustomEvent<{ readonly direction: 1 | -1 }> {
  constructor(direction: 1 | -1) {
    super('hit-stepped', { detail: { direction } });
  }
}
