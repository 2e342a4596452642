import { css } from 'lit';

/** For all pages and panels of the secretariat; stands after baseSheet and pageSheet. */
export const officeSheet = css`
  :host {
    --width-column: none;
    max-width: none;
    padding: 0;
    margin: 0;
  }
  .section-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    margin-bottom: 1rem;
  }
  .section-head h2 {
    margin: 0;
  }
  h2:focus {
    outline: none;
  }
  .chip.good {
    background: var(--color-success-weak);
    color: var(--color-success);
    box-shadow: inset 0 0 0 1px var(--color-success);
  }
  .chip.bad {
    background: var(--color-error-weak);
    color: var(--color-error);
    box-shadow: inset 0 0 0 1px var(--color-error);
  }
  .chip.plain {
    box-shadow: inset 0 0 0 1px var(--color-line);
  }
  .chip {
    white-space: nowrap;
  }
  .number {
    text-align: end;
    white-space: nowrap;
  }
  .button.quiet {
    min-height: var(--target);
    padding: 0.25rem 0.625rem;
  }
  .section-head .button.quiet:last-child,
  .actions :is(.button.quiet, ui-menu):last-child {
    margin-inline-end: -0.625rem;
  }
  td .button.quiet {
    vertical-align: middle;
  }
  .whole {
    display: inline-block;
  }
  /* a date, a time and a name break only at the spaces between them */
  td,
  .moments,
  .particulars dd {
    word-break: keep-all;
  }
  .particulars li {
    word-break: normal;
  }
  /* what is read or filled in stays narrower than the tables */
  .reading {
    max-width: var(--width-page);
  }
  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    align-items: end;
    gap: 1.25rem 1rem;
  }
  .particulars {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.375rem 1.5rem;
    margin: 0;
  }
  .particulars dt {
    color: var(--color-text-weak);
  }
  .particulars dd {
    margin: 0;
  }
  td a,
  th a,
  .target {
    display: inline-flex;
    align-items: center;
    min-width: var(--target);
    min-height: var(--target);
  }
  .scroll {
    position: relative;
  }
  @container (max-width: 40rem) {
    .stacking,
    .stacking tbody,
    .stacking tr,
    .stacking td {
      display: block;
      min-width: 0;
    }
    .stacking thead {
      display: none;
    }
    .stacking tr {
      padding: 0.75rem 0;
      border-bottom: 1px solid var(--color-line);
    }
    .stacking td {
      padding: 0.125rem 0;
      border: 0;
      text-align: start;
    }
    .stacking td[data-label]::before {
      content: attr(data-label) '：';
      color: var(--color-text-weak);
    }
    .particulars {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    .particulars dd + dt {
      margin-top: 0.5rem;
    }
  }
  @media print {
    .no-print,
    ui-drop-zone {
      display: none !important;
    }
  }
`;
