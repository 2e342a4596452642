import { css } from 'lit';

/** Sections of the account: a heading, a sentence, a list with an act a row, a button. */
export const accountSheet = css`
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: 1rem;
    max-width: 48rem;
  }
  section > h2 {
    margin: 0;
  }
  .list {
    width: 100%;
    border-top: 1px solid var(--color-line-weak);
  }
  .list li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 1rem;
    padding: 0.75rem 0;
    border-bottom: 1px solid var(--color-line-weak);
  }
  .moment {
    display: inline-block;
    margin-right: 1rem;
  }
  .list .button {
    min-height: var(--target);
    padding: 0.25rem 0.5rem;
  }
`;
