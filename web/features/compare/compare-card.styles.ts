import { css } from 'lit';

export const compareCardSheet = css`
  :host {
    display: block;
  }
  section {
    display: flex;
    align-items: center;
    gap: 0.5rem 1.5rem;
    min-height: 4.75rem;
    padding: 0.25rem 0.75rem;
  }
  .name {
    flex: 1;
    min-width: 8rem;
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
    font-size: 1.125rem;
    font-weight: 700;
    -webkit-line-clamp: 2;
  }
  .path {
    color: var(--color-text-weak);
    line-height: 1.3;
    -webkit-line-clamp: 2;
  }
  .written {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .line,
  .notes {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.125rem 0.5rem;
  }
  .name:has(.notes) .path {
    -webkit-line-clamp: 1;
  }
  .notes span {
    padding: 0 0.5rem;
    border-radius: var(--border-radius-4);
    background: var(--color-warning-weak);
  }
  dl {
    flex: none;
    display: flex;
    gap: 0.25rem 1.5rem;
    margin: 0;
    text-align: end;
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
    line-height: 1.4;
    white-space: nowrap;
  }
  .difference {
    padding-left: 1.5rem;
    border-left: 1px solid var(--color-line-weak);
  }
  .difference.words dd {
    font-size: 1rem;
    white-space: normal;
  }
  .difference span {
    white-space: nowrap;
  }
  .difference.words span {
    white-space: normal;
  }
  .missing {
    flex: 1 1 12rem;
  }
  .actions {
    flex: none;
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }
  .voice,
  .close {
    min-width: var(--target);
    padding: 0;
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
  @media (max-width: 80rem) {
    dd {
      font-size: 1.125rem;
    }
    dl {
      column-gap: 1rem;
    }
    .difference {
      padding-left: 1rem;
    }
    select {
      max-width: 10rem;
    }
  }
  @media (max-width: 70rem) {
    .path {
      -webkit-line-clamp: 1;
    }
    section {
      flex-wrap: wrap;
      min-height: 7.5rem;
    }
    .name {
      flex: 1 1 60%;
    }
    .actions {
      margin-left: auto;
    }
  }
  @media (max-width: 40rem) {
    section {
      position: relative;
      gap: 0.25rem 0.75rem;
      min-height: 8rem;
      padding: 0.25rem 0.5rem;
    }
    .name {
      flex-basis: 100%;
      padding-right: 2.75rem;
    }
    .label {
      font-size: 1rem;
      -webkit-line-clamp: 1;
    }
    dl {
      flex: 1 1 100%;
      flex-wrap: wrap;
      gap: 0 1.25rem;
      text-align: start;
    }
    dd {
      font-size: 1.0625rem;
    }
    .difference {
      padding-left: 0;
      border-left: 0;
    }
    .difference span {
      display: block;
      margin-left: 0;
    }
    .close {
      position: absolute;
      top: 0;
      right: 0;
    }
    .actions {
      flex: 1 1 100%;
      margin-left: 0;
    }
    .actions .button {
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
