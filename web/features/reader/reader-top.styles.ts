import { css } from 'lit';

export const readerTopSheet = css`
  :host {
    display: block;
    border-bottom: 1px solid var(--color-line-weak);
    background: var(--color-ground);
  }
  header {
    display: flex;
    align-items: center;
    gap: 0.25rem 0.75rem;
    min-height: 3.5rem;
    padding: 0 max(0.5rem, env(safe-area-inset-right)) 0 max(0.5rem, env(safe-area-inset-left));
  }
  .back {
    flex: none;
    padding-inline: 0.5rem;
  }
  .replaced {
    flex: none;
    margin-right: auto;
    padding: 0 0.5rem;
    border-radius: var(--border-radius-4);
    background: var(--color-key-weak);
    color: var(--color-key-strong);
    font-weight: 700;
  }
  h1 {
    flex: 0 1 auto;
    display: flex;
    gap: 0.75rem;
    min-width: 0;
    font-size: 1.125rem;
    white-space: nowrap;
  }
  .mark {
    flex: none;
    color: var(--color-key);
  }
  .title {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .actions {
    flex: none;
    margin-left: auto;
    display: flex;
    align-items: center;
    gap: 0.25rem;
  }
  .actions .button {
    padding-inline: 0.625rem;
    white-space: nowrap;
  }
  [aria-pressed='true'] {
    background: var(--color-key-weak);
  }
  .narrow {
    display: none;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.5rem;
    padding: 0.25rem 1rem;
    background: var(--color-key-weak);
  }
  .line a {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
  }
  .line.warning {
    background: var(--color-warning-weak);
  }
  .menu {
    display: grid;
    gap: 0.5rem;
  }
  .menu .button {
    justify-content: start;
  }
  .here {
    padding: 0.5rem 0.75rem;
    font-weight: 700;
  }
  @media (max-width: 62rem) {
    .wide {
      display: none;
    }
    .narrow {
      display: flex;
    }
  }
  @media (max-width: 40rem) {
    header {
      flex-wrap: wrap;
    }
    h1 {
      flex: 1 1 4rem;
    }
    .replaced {
      order: 1;
      margin: 0 0 0.375rem 0.5rem;
    }
    .back span {
      display: none;
    }
    h1 {
      gap: 0.375rem;
    }
    .narrow .button {
      padding-inline: 0.5rem;
    }
    .narrow svg {
      display: none;
    }
  }
`;
