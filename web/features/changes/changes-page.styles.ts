import { css } from 'lit';

export const changesPageSheet = css`
  :host {
    --width-column: none;
  }
  form {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr));
    gap: 0.75rem 1rem;
    align-items: end;
    margin-bottom: 1rem;
    padding: 1rem;
    border-radius: var(--border-radius-12);
    background: var(--color-ground-weak);
  }
  .summary {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    margin-bottom: 0.5rem;
  }
  .count {
    font-weight: 700;
  }
  .explained {
    margin-bottom: 1rem;
    padding: 0.75rem 1rem;
    border-radius: var(--border-radius-8);
    background: var(--color-key-weak);
  }
  .unread {
    margin-bottom: 1rem;
    padding: 0 1rem;
    border-radius: var(--border-radius-8);
    background: var(--color-key-weak);
  }
  .unread summary {
    padding: 0.75rem 0;
    font-weight: 700;
    cursor: pointer;
  }
  .unread h2 {
    margin: 0.75rem 0 0;
    font-size: 1rem;
  }
  .unread ul {
    margin: 0;
    padding: 0 0 0.75rem;
    list-style: none;
  }
  .unread .numbers {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
  }
  .unread .numbers a {
    display: grid;
    place-items: center;
    min-width: 2.75rem;
    min-height: 2.75rem;
  }
  thead th {
    white-space: nowrap;
  }
  tbody th {
    background: none;
    font-weight: 400;
  }
  tbody a {
    display: inline-flex;
    align-items: center;
    min-width: var(--target);
    min-height: var(--target);
    font-weight: 700;
  }
  .heading th {
    padding: 1.25rem 0.75rem 0.375rem;
    border-bottom-color: var(--color-line);
    background: none;
    color: var(--color-text-weak);
    font-weight: 700;
    line-height: 1.5;
  }
  [data-depth='1'] {
    padding-inline-start: 1.75rem;
  }
  [data-depth='2'] {
    padding-inline-start: 2.75rem;
  }
  [data-depth='3'] {
    padding-inline-start: 3.75rem;
  }
  .name th {
    color: var(--color-text-weak);
  }
  .column {
    display: inline-block;
    margin-inline: 0.5rem;
  }
  tbody th {
    word-break: auto-phrase;
  }
  .number,
  thead .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .page {
    white-space: nowrap;
  }
  .whole,
  .rate {
    white-space: nowrap;
  }
  .rate {
    display: block;
  }
  .narrow {
    display: none;
    color: var(--color-text-weak);
  }
  .further {
    margin-top: 1rem;
    text-align: center;
  }
  @container (max-width: 48rem) {
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tr {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 0 1rem;
      padding: 0.75rem 0;
      border-bottom: 1px solid var(--color-line-weak);
    }
    tbody th {
      grid-column: 1 / -1;
    }
    th,
    td {
      padding: 0.125rem 0;
      border: 0;
    }
    .narrow {
      display: block;
    }
    .number {
      text-align: start;
    }
    .heading th {
      grid-column: 1 / -1;
      padding: 0.5rem 0 0;
    }
    .heading {
      position: sticky;
      top: 0;
      z-index: 1;
      background: var(--color-ground);
    }
  }
  @media print {
    form,
    .further {
      display: none;
    }
    th,
    td {
      padding: 0.25rem 0.375rem;
      font-size: 10pt;
    }
  }
`;
