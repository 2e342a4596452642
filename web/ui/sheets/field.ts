import { css } from 'lit';

/** For ui-field and ui-select, and for a bare <input> or <select> in a table's cell. */
export const fieldSheet = css`
  :host {
    display: block;
  }
  label {
    display: block;
    margin-bottom: 0.25rem;
    font-weight: 700;
  }
  .required {
    margin-left: 0.5rem;
    color: var(--color-error);
    font-size: 1rem;
    font-weight: 400;
  }
  .hint {
    margin-bottom: 0.25rem;
    color: var(--color-text-weak);
  }
  input,
  select,
  textarea {
    width: 100%;
    min-height: 3rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--color-line);
    border-radius: var(--border-radius-8);
    background: var(--color-ground);
    color: var(--color-text);
    font: inherit;
  }
  input:disabled,
  select:disabled,
  textarea:disabled {
    border-color: var(--color-line-weak);
    background: var(--color-ground-weak);
    color: var(--color-text-weak);
  }
  [aria-invalid='true'] {
    border: 2px solid var(--color-error);
  }
  .error {
    margin-top: 0.25rem;
    color: var(--color-error);
    font-weight: 700;
  }
`;
