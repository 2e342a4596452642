import { css } from 'lit';

export const registerTableSheet = css`
  :host {
    --width-column: none;
    max-width: none;
    padding: 0;
  }
  .frame {
    max-height: calc(100dvh - 1rem);
    overflow: auto;
    border: 1px solid var(--color-line-weak);
    border-radius: var(--border-radius-8);
  }
  .frame.fits {
    max-height: none;
    overflow: visible;
  }
  table {
    min-width: calc(11.5rem + var(--years) * 12.5rem);
    border-collapse: separate;
    border-spacing: 0;
    table-layout: fixed;
  }
  th,
  td {
    padding: 0.75rem;
    vertical-align: top;
  }
  td {
    border-left: 1px solid var(--color-line-weak);
  }
  thead th {
    position: sticky;
    top: 0;
    z-index: 2;
    border-bottom: 2px solid var(--color-line);
    white-space: nowrap;
  }
  th:first-child {
    position: sticky;
    left: 0;
    z-index: 1;
    width: 11.5rem;
  }
  thead th:first-child {
    z-index: 3;
  }
  tbody th {
    background: var(--color-ground);
    font-weight: 400;
    word-break: auto-phrase;
  }
  .paper th {
    padding-block: 0.5rem;
    border-bottom-color: var(--color-line);
    background: var(--color-key-weak);
    font-weight: 700;
  }
  .paper span {
    position: sticky;
    left: 0.75rem;
  }
  .number,
  .department {
    display: block;
    color: var(--color-text-weak);
  }
  .name {
    display: block;
    font-weight: 700;
    line-height: 1.5;
    text-wrap: pretty;
  }
  .absent {
    color: var(--color-text-weak);
  }
  .narrow,
  .fold {
    display: none;
  }
  @container (min-width: 64rem) {
    th:first-child {
      width: 15rem;
    }
  }
  @container (max-width: 48rem) {
    .frame {
      max-height: none;
      overflow: visible;
      border: 0;
    }
    table,
    tbody,
    tr,
    th,
    td {
      display: block;
    }
    table {
      min-width: 0;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tbody tr {
      margin-bottom: 1.25rem;
      border: 1px solid var(--color-line);
      border-radius: var(--border-radius-12);
      overflow: clip;
    }
    tbody tr.paper {
      margin-bottom: 0.75rem;
      border: 0;
      border-radius: 0;
    }
    th:first-child {
      position: static;
      width: auto;
    }
    tbody tr:not(.paper) th {
      background: var(--color-ground-weak);
    }
    td {
      border-left: 0;
    }
    td:last-child {
      border-bottom: 0;
    }
    .fold {
      display: block;
      padding-block: 0;
    }
    tr:not(.opened) td ~ td:not(.fold) {
      display: none;
    }
    .absent {
      display: flex;
      gap: 0.75rem;
    }
    .narrow {
      display: block;
      font-weight: 700;
    }
  }
  @media print {
    .fold {
      display: none;
    }
    tr:not(.opened) td ~ td:not(.fold) {
      display: revert;
    }
    .frame {
      max-height: none;
      overflow: visible;
      border: 0;
    }
    table {
      min-width: 0;
    }
    thead th,
    th:first-child {
      position: static;
    }
    th,
    td {
      padding: 0.25rem 0.375rem;
      font-size: 9pt;
      line-height: 1.4;
    }
    dl {
      gap: 0;
      line-height: 1.35;
    }
    tr {
      break-inside: avoid;
    }
    .edit {
      display: none;
    }
    .ways a {
      min-height: 0;
      color: inherit;
      text-decoration: none;
    }
  }
`;
