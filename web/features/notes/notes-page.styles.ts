import { css } from 'lit';

export const notesPageSheet = css`
  .lead,
  .meeting {
    color: var(--color-text-weak);
  }
  .lead {
    margin-bottom: 1.5rem;
  }
  section {
    margin-top: 2rem;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    padding-bottom: 0.5rem;
    border-bottom: 2px solid var(--color-key);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .pages > li {
    display: grid;
    grid-template-columns: 9rem minmax(0, 1fr);
    gap: 1rem;
    padding-block: 1rem;
    border-bottom: 1px solid var(--color-line-weak);
  }
  /* a page of which there is no picture any more */
  .pages > li > div:only-child {
    grid-column: 1 / -1;
  }
  .picture {
    display: block;
    border: 1px solid var(--color-line-weak);
  }
  .notes li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem;
  }
  .notes p {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
  }
  .notes button {
    flex: none;
  }
  .words {
    white-space: pre-wrap;
  }
  .whole {
    white-space: nowrap;
  }
  .line {
    color: var(--color-text-weak);
  }
  .lost {
    color: var(--color-warning);
  }
  .all {
    margin-block: 2rem;
  }
  @container (max-width: 40rem) {
    .pages > li {
      grid-template-columns: 5.5rem minmax(0, 1fr);
      gap: 0.75rem;
    }
  }
  @media print {
    .acts,
    .notes button,
    .all {
      display: none;
    }
  }
`;
