import { css } from 'lit';

export const meetingPageSheet = css`
  .committee {
    color: var(--color-text-weak);
    font-weight: 700;
  }
  dl {
    display: grid;
    gap: 0.25rem;
    margin: 1rem 0 0;
    font-size: 1.125rem;
  }
  dl div {
    display: grid;
    grid-template-columns: 3.5rem minmax(0, 1fr);
    gap: 0.5rem;
  }
  dt {
    color: var(--color-text-weak);
  }
  dd {
    margin: 0;
  }
  .agenda {
    display: grid;
    gap: 0.25rem;
    font-size: 1.125rem;
  }
  .numbered {
    display: inline-flex;
  }
  .numbered > :not(:last-child) {
    flex: none;
    white-space: pre;
  }
  [data-level='1'] {
    padding-left: 1.5rem;
  }
  [data-level='2'] {
    padding-left: 3rem;
  }
  [data-level='3'] {
    padding-left: 4.5rem;
  }
  .cards {
    display: grid;
    gap: 1rem;
  }
  .others a {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto auto;
    align-items: center;
    gap: 0.25rem 1rem;
    min-height: 3.5rem;
    padding: 0.5rem 0.25rem;
    border-bottom: 1px solid var(--color-line-weak);
    color: var(--color-text);
    text-decoration: none;
  }
  .others li:first-child a {
    border-top: 1px solid var(--color-line-weak);
  }
  .others a:hover {
    background: var(--color-key-weak);
  }
  .others svg {
    color: var(--color-key);
  }
  .name {
    font-weight: 700;
  }
  @container (max-width: 48rem) {
    .others a {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .others a > :not(svg) {
      grid-column: 1;
      justify-self: start;
    }
    .others svg {
      grid-area: 1 / 2 / span 3;
    }
  }
  .group {
    margin-top: 2.25rem;
  }
  .group h2 {
    margin-bottom: 0.75rem;
    font-size: 1.25rem;
  }
  .group.empty {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 1rem;
  }
  .group + .group.empty {
    margin-top: 1.25rem;
  }
  .group.empty {
    color: var(--color-text-weak);
  }
  .group.empty h2 {
    margin: 0;
    font-weight: 400;
    font-size: 1.125rem;
  }
  .phone {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
  }
  dd span {
    display: inline-block;
    margin-right: 0.5rem;
  }
  dd .time {
    margin-right: 0;
  }
  .whose {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 0.75rem;
    margin: -0.5rem 0 1.5rem;
    padding: 0.25rem 0.25rem 0.25rem 1rem;
    border-radius: var(--border-radius-8);
    background: var(--color-ground-weak);
  }
  .whose .button {
    background: none;
  }
  @container (max-width: 24rem) {
    dl div {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
  }
  /* the name and what stands below it begin at one edge */
  @container (max-width: 36rem) {
    .whose .button {
      margin-left: -0.75rem;
    }
  }
  .news {
    margin-top: 1.5rem;
  }
  .news .one {
    white-space: nowrap;
  }
  .news a {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
  }
  ui-failure {
    margin-bottom: 1.5rem;
  }
  .together {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
    margin-top: 1.5rem;
  }
  @media print {
    .whose,
    .together,
    .others svg {
      display: none;
    }
  }
`;
