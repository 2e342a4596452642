import { css } from 'lit';

/** For page elements: the column, its sections, cards and tables. */
export const pageSheet = css`
  :host {
    display: block;
    max-width: var(--width-frame);
    margin: 0 auto;
    padding: 1.5rem var(--gutter) 4rem;
  }
  /* what is read stays narrow enough to be read; a page of tables takes the frame */
  :host > * {
    max-width: var(--width-column, var(--width-page));
  }
  section {
    margin-top: 2.5rem;
  }
  section > h2 {
    margin-bottom: 1rem;
  }
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5rem;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75rem;
  }
  .card {
    border: 1px solid var(--color-line-weak);
    border-radius: var(--border-radius-12);
    padding: 1.25rem;
    background: var(--color-ground);
  }
  .weak {
    color: var(--color-text-weak);
  }
  .chip {
    display: inline-block;
    padding: 0 0.625rem;
    border-radius: var(--border-radius-4);
    background: var(--color-ground-weak);
    font-weight: 700;
  }
  .chip.warning {
    background: var(--color-warning-weak);
    box-shadow: inset 0 0 0 1px var(--color-warning);
  }
  @container (max-width: 30rem) {
    .spared {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.625rem 0.75rem;
    border-bottom: 1px solid var(--color-line-weak);
    text-align: start;
    vertical-align: middle;
  }
  th {
    background: var(--color-ground-weak);
    font-weight: 700;
  }
  @media print {
    :host {
      max-width: none;
      padding: 0;
    }
    section {
      margin-top: 1.5rem;
    }
    table {
      min-width: 0 !important;
    }
    thead {
      display: table-header-group;
    }
    /* a sum stands once, below its rows, not on every sheet */
    tfoot {
      display: table-row-group;
    }
    thead,
    thead + tbody > tr:first-child {
      break-before: avoid;
      break-after: avoid;
    }
    tr,
    li,
    .card {
      break-inside: avoid;
    }
  }
`;
