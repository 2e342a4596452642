import { css } from 'lit';

/** For a fieldset of class `ticks`: its legend, and a label around each checkbox and its words. */
export const ticksSheet = css`
  .ticks {
    display: grid;
    gap: 0.25rem;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .ticks legend {
    padding: 0;
    font-weight: 700;
  }
  .ticks label {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 0.75rem;
    min-height: var(--target);
    cursor: pointer;
  }
  .ticks input {
    width: 1.5rem;
    height: 1.5rem;
    margin: 0;
    accent-color: var(--color-key);
  }
`;
