type Wish =
  | 'strip-toggled'
  | 'spread-toggled'
  | 'whole-toggled'
  | 'printing-asked'
  | 'newest-asked'
  | 'notice-closed'
  | 'retry';

/** What a person asks of the reader; passes on through the shadow roots to the page. */
export class Asked extends Event {
  constructor(wish: Wish) {
    super(wish, { bubbles: true, composed: true });
  }
}
