import { css } from 'lit';

export const compareCardSheet = css`
  :host {
    display: block;
  }
  /* what the line is, over the whole width; below it the numbers, and what can be done with them */
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 0.5rem;
    padding: 0.25rem 0 0.25rem 0.75rem;
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 1rem;
    min-width: 0;
    padding-top: 0.25rem;
    line-height: 1.4;
  }
  .path,
  .label {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 1;
  }
  .label {
    font-weight: 700;
  }
  .path {
    color: var(--color-text-weak);
  }
  .written {
    flex-basis: 100%;
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .notes {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 0.5rem;
  }
  .notes span {
    padding: 0 0.5rem;
    border-radius: var(--border-radius-4);
    background: var(--color-warning-weak);
  }
  .values {
    grid-row: 2;
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: 0.25rem 1.25rem;
    padding-right: 0.75rem;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5rem;
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
  dt {
    color: var(--color-text-weak);
    line-height: 1.4;
  }
  dd {
    margin: 0;
    font-size: 1.25rem;
    font-weight: 700;
    line-height: 2rem;
    white-space: nowrap;
  }
  .difference.words dd {
    font-size: 1rem;
    line-height: 1.4;
    white-space: normal;
  }
  .missing {
    flex: 1 1 12rem;
    align-self: center;
  }
  .actions {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    margin-left: auto;
  }
  .actions .button {
    min-height: var(--target);
    padding-inline: 1rem;
  }
  .button.only {
    min-width: var(--target);
    min-height: var(--target);
    padding: 0;
  }
  .columns {
    position: relative;
  }
  .close {
    grid-area: 1 / 2;
    align-self: start;
    margin: -0.25rem 0.125rem -0.5rem 0;
  }
  select {
    max-width: 12rem;
    min-height: var(--target);
    padding: 0 0.5rem;
    border: 1px solid var(--color-line);
    border-radius: var(--border-radius-8);
    background: var(--color-ground);
    font: inherit;
    text-overflow: ellipsis;
  }
  @container (max-width: 80rem) {
    dd {
      font-size: 1.125rem;
    }
    select {
      max-width: 10rem;
    }
  }
  @container (max-width: 40rem) {
    section {
      padding-left: 0.5rem;
    }
    .values {
      padding-right: 0.5rem;
    }
    dl {
      gap: 0 1.25rem;
    }
    dd {
      font-size: 1.0625rem;
    }
    .difference span {
      display: block;
      line-height: 1.4;
    }
    .difference dd {
      padding-top: 0.125rem;
    }
    .actions {
      flex: 1 1 100%;
    }
    .actions .button:not(.only) {
      padding-inline: 0.5rem;
    }
    .columns {
      flex: 1;
      min-width: 0;
    }
    select {
      width: 100%;
      max-width: none;
    }
  }
`;
