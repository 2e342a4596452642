import { css } from 'lit';

export const registerPageSheet = css`
  :host {
    --width-column: none;
  }
  ui-notice {
    margin-bottom: 1rem;
  }
  .summary {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem 1.5rem;
    margin: 1rem 0 0.5rem;
  }
  .count {
    font-weight: 700;
  }
  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
  }
  .kind {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    font-weight: 700;
  }
  .kind svg {
    width: 1.125rem;
    height: 1.125rem;
    stroke-width: 2.5;
  }
  .kind.done {
    color: var(--color-success);
  }
  .kind.on-plan {
    color: var(--color-key);
  }
  .kind.late,
  .kind.not-started {
    color: var(--color-error);
  }
  @media print {
    register-filter,
    ui-page-header > *,
    .corrections {
      display: none;
    }
  }
`;
