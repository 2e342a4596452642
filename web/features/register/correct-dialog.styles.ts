import { css } from 'lit';

/** The form of a correction; `.aside` is something else that can be done, under a line, its button at the end. */
export const correctDialogSheet = css`
  form {
    display: grid;
    gap: 1.25rem;
  }
  .aside {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    padding-top: 0.75rem;
    border-top: 1px solid var(--color-line-weak);
  }
`;
