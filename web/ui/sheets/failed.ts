import { css } from 'lit';

/** Of a page that fills the screen, where what it was to show is not to be had: told in a column as on any other page. */
export const failedSheet = css`
  :host([data-failed]) {
    display: block;
    height: auto;
    max-width: var(--width-frame);
    margin: 0 auto;
    padding: 1.5rem var(--gutter) 4rem;
  }
`;
