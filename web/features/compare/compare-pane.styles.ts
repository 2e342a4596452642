import { css } from 'lit';

export const comparePaneSheet = css`
  :host {
    display: block;
    min-width: 0;
    min-height: 0;
  }
  section {
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  ui-page-view {
    flex: 1;
  }
  .note {
    padding: 0.25rem 0.75rem;
    background: var(--color-warning-weak);
  }
  header {
    display: flex;
    align-items: center;
    gap: 0.25rem 0.625rem;
    min-height: 3rem;
    padding-left: 0.75rem;
    border-bottom: 1px solid var(--color-line-weak);
    background: var(--color-ground);
    white-space: nowrap;
  }
  header:not(:has(.button)) {
    padding-right: 0.75rem;
  }
  .year {
    flex: none;
    padding: 0 0.5rem;
    border-radius: var(--border-radius-4);
    background: var(--year-ground, var(--color-key));
    color: var(--year-text, var(--color-neutral-white));
  }
  h2 {
    flex: 1 1 0;
    overflow: hidden;
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-width: 0;
    font-size: 1rem;
    white-space: nowrap;
  }
  .mark {
    flex: none;
  }
  /* whole, on a second line where it must */
  .title {
    display: -webkit-box;
    overflow: hidden;
    font-weight: 400;
    line-height: 1.25;
    white-space: normal;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .version {
    flex: none;
    font-weight: 400;
  }
  .place {
    flex: none;
    margin-left: auto;
    display: flex;
    align-items: baseline;
    gap: 0.5rem;
    font-variant-numeric: tabular-nums;
  }
  .count {
    color: var(--color-text-weak);
  }
  .button.quiet {
    flex: none;
    min-width: var(--target);
    min-height: var(--target);
    padding: 0 0.5rem;
  }
  ui-failure {
    padding: 1rem;
  }
  /* the title stands whole before it; who listens hears it */
  @container pane (max-width: 48rem) {
    .count {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @container pane (max-width: 40rem) {
    .button span,
    .version {
      display: none;
    }
  }
  @container pane (max-width: 28rem) {
    header {
      /* very large letters need a second line rather than the window's edge */
      flex-wrap: wrap;
      gap: 0.25rem 0.375rem;
      padding-left: 0.375rem;
    }
    .title {
      display: none;
    }
    .year {
      padding: 0 0.25rem;
    }
  }
  /* the bar below says it too */
  @container pane (max-width: 21rem) {
    .place {
      display: none;
    }
    h2 {
      flex: 1 0 auto;
    }
  }
`;
