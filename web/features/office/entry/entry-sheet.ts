import { css } from 'lit';

/** A narrow column with one form: signing in and setting up. */
export const entrySheet = css`
  :host {
    --width-column: 32rem;
    padding-top: 2rem;
  }
  form {
    display: grid;
    gap: 1.5rem;
    margin-top: 1.5rem;
  }
  form > .button {
    min-height: 3.5rem;
    font-size: 1.125rem;
  }
  .after {
    margin-top: 1.5rem;
  }
  .after a {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
  }
`;
