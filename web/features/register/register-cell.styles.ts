import { css } from 'lit';

/** For the table: what one year's paper says, its marks and its ways on. */
export const registerCellSheet = css`
  dl {
    display: grid;
    gap: 0.125rem;
    margin: 0;
    line-height: 1.5;
  }
  dl div {
    display: grid;
    grid-template-columns: 3.25rem minmax(0, 1fr);
    gap: 0.5rem;
    align-items: baseline;
  }
  dt {
    color: var(--color-text-weak);
  }
  dd {
    margin: 0;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .none dd {
    color: var(--color-text-weak);
    font-weight: 400;
  }
  .state {
    display: inline-flex;
    align-items: baseline;
    gap: 0.375rem;
  }
  .state svg {
    align-self: center;
    width: 1.125rem;
    height: 1.125rem;
    stroke-width: 2.5;
  }
  .state.done {
    color: var(--color-success);
  }
  .state.on-plan {
    color: var(--color-key);
  }
  .state.late,
  .state.not-started {
    color: var(--color-error);
  }
  .doubt {
    display: block;
    margin-block: 0.125rem;
    padding: 0 0.375rem;
    border-radius: var(--border-radius-4);
    background: var(--color-warning-weak);
    box-shadow: inset 0 0 0 1px var(--color-warning);
    color: var(--color-text);
    font-weight: 400;
    line-height: 1.5;
  }
  .corrected {
    color: var(--color-key-strong);
  }
  .corrected::before {
    content: '✎ ';
  }
  .then {
    margin-top: 0.25rem;
    color: var(--color-text-weak);
    line-height: 1.5;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 0.75rem;
  }
  .ways a,
  .edit {
    display: inline-flex;
    align-items: center;
    min-width: var(--target);
    min-height: var(--target);
  }
  .edit {
    padding: 0 0.25rem;
    border: 0;
    background: none;
    color: var(--color-key);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .edit:hover {
    text-decoration-thickness: 2px;
  }
  tbody th .edit {
    padding: 0;
    line-height: 1.5;
  }
`;
