import { css } from 'lit';

export const readerPageSheet = css`
  :host {
    display: grid;
    /* very large letters on a very small screen scroll rather than leave the page no room */
    grid-template: auto auto minmax(10rem, 1fr) auto / minmax(0, 1fr);
    height: 100dvh;
  }
  :host > note-desk,
  :host > reader-search {
    grid-row: 2;
  }
  .middle {
    grid-row: 3;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    min-height: 0;
  }
  .middle[data-strip='true'] {
    grid-template-columns: 8rem minmax(0, 1fr);
  }
  :host > ui-page-bar {
    grid-row: 4;
  }
  ui-page-strip {
    --strip-picture-width: 5.5rem;
    border-right: 1px solid var(--color-line-weak);
  }
  @media (orientation: portrait) {
    .middle[data-strip='true'] {
      grid-template: minmax(0, 1fr) 9.5rem / minmax(0, 1fr);
    }
    ui-page-strip {
      --strip-direction: row;
      --strip-picture-width: auto;
      --strip-picture-height: 6rem;
      order: 2;
      border-top: 1px solid var(--color-line-weak);
      border-right: 0;
    }
  }
  @media print {
    :host {
      display: block;
      height: auto;
    }
    :host > :not(print-dialog) {
      display: none;
    }
  }
`;
