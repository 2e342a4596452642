import { css } from 'lit';

export const wordingPageSheet = css`
  .acts {
    margin-bottom: 1.5rem;
  }
  .button[aria-pressed='true'] {
    background: var(--color-key-weak);
    box-shadow: inset 0 0 0 1px var(--color-key);
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
  .difference {
    display: inline-block;
    white-space: nowrap;
    color: var(--color-text);
  }
  tbody th {
    min-width: 8rem;
    font-weight: 400;
  }
  .note {
    margin-top: 1.5rem;
  }
  nav {
    justify-content: space-between;
    margin-top: 1.5rem;
  }
  @media print {
    .no-print {
      display: none;
    }
  }
`;
