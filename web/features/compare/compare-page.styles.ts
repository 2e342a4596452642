import { css } from 'lit';

export const comparePageSheet = css`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    height: 100dvh;
  }
  header {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-height: 3.5rem;
    padding: 0 max(0.5rem, env(safe-area-inset-right)) 0 max(0.5rem, env(safe-area-inset-left));
    border-bottom: 1px solid var(--color-line-weak);
  }
  h1 {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    font-size: 1.125rem;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  header > .button {
    padding-inline: 0.625rem;
    white-space: nowrap;
  }
  .panes {
    display: grid;
    grid-template: minmax(0, 1fr) / repeat(2, minmax(0, 1fr));
    gap: 4px;
    min-height: 0;
    background: var(--color-neutral-solid-gray-700);
  }
  .panes > * {
    min-width: 0;
    min-height: 0;
  }
  compare-pane {
    container: pane / inline-size;
  }
  compare-pane[data-side='other'] {
    --year-ground: var(--color-primitive-orange-50);
    --year-text: var(--color-primitive-orange-1000);
  }
  .panes > ui-failure,
  .panes > ui-loading {
    padding: 1rem;
    background: var(--color-ground);
  }
  @media (orientation: portrait) {
    .panes {
      grid-template: repeat(2, minmax(0, 1fr)) / minmax(0, 1fr);
    }
  }
  @media (max-width: 48rem) {
    header span {
      display: none;
    }
    header > .button {
      min-width: var(--target);
      padding-inline: 0.25rem;
    }
  }
  @media (max-width: 30rem) {
    header {
      justify-content: space-between;
    }
    h1 {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
`;
