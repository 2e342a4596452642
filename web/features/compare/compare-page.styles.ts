import { css } from 'lit';

export const comparePageSheet = css`
  :host {
    display: grid;
    /* very large letters on a very small screen scroll rather than leave the pages no room */
    grid-template: auto minmax(10rem, 1fr) auto / minmax(0, 1fr);
    height: 100dvh;
  }
  .panes {
    display: grid;
    grid-template: minmax(0, 1fr) / repeat(2, minmax(0, 1fr));
    gap: 1px;
    min-height: 0;
    background: var(--color-line);
  }
  .panes > * {
    min-width: 0;
    min-height: 0;
  }
  compare-pane {
    container: pane / inline-size;
  }
  compare-pane[data-side='beside'] {
    --year-ground: var(--color-primitive-orange-50);
    --year-text: var(--color-primitive-orange-1000);
  }
  .panes > ui-failure,
  .panes > ui-loading {
    padding: 1rem;
    background: var(--color-ground);
  }
  @media print {
    :host {
      display: block;
      height: auto;
    }
    :host > :not(compare-print) {
      display: none;
    }
  }
  @media screen and (orientation: portrait) {
    .panes {
      grid-template: repeat(2, minmax(0, 1fr)) / minmax(0, 1fr);
    }
  }
`;
