import { css } from 'lit';

export const wordingPageSheet = css`
  .acts {
    margin-bottom: 1.5rem;
  }
  .button[aria-pressed='true'] {
    background: var(--color-key-weak);
    box-shadow: inset 0 0 0 1px var(--color-key);
  }
  .paper {
    display: none;
  }
  @media screen and (min-width: 68rem) {
    .both {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(16rem, 28%);
      gap: 2rem;
      max-width: none;
    }
    .paper {
      display: block;
      position: sticky;
      top: 1rem;
      align-self: start;
    }
    .paper img {
      display: block;
      max-width: 100%;
      max-height: calc(100dvh - 2rem);
      border: 1px solid var(--color-line-weak);
    }
  }
  .blocks {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    font-size: 1.125rem;
  }
  .blocks h2 {
    margin-top: 1rem;
    font-size: 1.125rem;
  }
  .number {
    text-align: end;
  }
  td .value {
    white-space: nowrap;
    font-weight: 700;
  }
  .last {
    display: block;
    color: var(--color-text-weak);
    font-size: 1rem;
  }
  ui-notice {
    margin-bottom: 1.5rem;
  }
  .part {
    white-space: nowrap;
  }
  .difference {
    display: block;
    white-space: nowrap;
    color: var(--color-text);
  }
  tbody th {
    min-width: 8rem;
    font-weight: 400;
  }
  th[data-depth='1'] {
    padding-inline-start: 1.75rem;
  }
  th[data-depth='2'] {
    padding-inline-start: 2.75rem;
  }
  th[data-depth='3'] {
    padding-inline-start: 3.75rem;
  }
  th[data-depth='4'] {
    padding-inline-start: 4.75rem;
  }
  .saving {
    align-items: center;
    color: var(--color-text-weak);
  }
  .saving a {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
  }
  dl {
    margin: 0;
    border-inline-start: 4px solid var(--color-line-weak);
    padding-inline-start: 1rem;
  }
  dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    padding-block: 0.25rem;
  }
  dd {
    margin: 0;
  }
  dd .last,
  dd .difference {
    display: inline;
  }
  .note {
    margin-top: 1.5rem;
  }
  nav {
    justify-content: space-between;
    margin-top: 1.5rem;
  }
  /* a row is a card: its name, then a line a column */
  @container (max-width: 40rem) {
    table,
    tbody,
    tr,
    tbody th,
    td {
      display: block;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tr {
      padding-bottom: 0.75rem;
    }
    tbody th {
      font-weight: 700;
    }
    td {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 1rem;
      border: 0;
      padding-block: 0.25rem;
    }
    td::before {
      content: attr(data-label);
      color: var(--color-text-weak);
      text-align: start;
    }
    td:empty {
      display: none;
    }
    td .last {
      grid-column: 1 / -1;
    }
    .difference {
      display: inline-block;
    }
  }
  @media print {
    .no-print {
      display: none;
    }
  }
`;
