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
    min-height: 3.75rem;
    padding: 0.25rem max(0.75rem, env(safe-area-inset-right)) 0.25rem max(0.25rem, env(safe-area-inset-left));
  }
  .back {
    flex: none;
    padding-inline: 0.5rem;
  }
  h1 {
    flex: 1 1 8rem;
    min-width: 0;
    max-height: 2.7em;
    overflow: hidden;
    font-size: 1.125rem;
    line-height: 1.35;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .mark {
    margin-right: 0.75rem;
    color: var(--color-key);
    white-space: nowrap;
  }
  .version {
    flex: none;
    display: inline-flex;
    align-items: center;
    gap: 0.125rem;
    min-height: var(--target);
    padding: 0 0.25rem 0 0.625rem;
    border: 0;
    border-radius: var(--border-radius-8);
    background: var(--color-key-weak);
    color: var(--color-key-strong);
    font-weight: 700;
    cursor: pointer;
  }
  .version svg {
    width: 1.125rem;
    height: 1.125rem;
  }
  .version:hover {
    text-decoration: underline;
  }
  .actions {
    flex: none;
    margin-left: auto;
    display: flex;
    align-items: center;
    gap: 0.25rem;
  }
  .actions .button {
    padding-inline: 0.75rem;
    white-space: nowrap;
  }
  .actions .primary {
    padding-inline: 1.25rem;
    margin-right: 0.25rem;
  }
  [aria-pressed='true'] {
    background: var(--color-key-weak);
  }
  .menu {
    display: grid;
    gap: 0.25rem;
  }
  .menu .button {
    justify-content: start;
  }
  .narrow,
  .unless-widest {
    display: none;
  }
  /* the title stands whole before anything that the menu has too */
  @container (max-width: 80rem) {
    .widest {
      display: none;
    }
    .unless-widest {
      display: flex;
    }
  }
  @container (max-width: 62rem) {
    .wide {
      display: none;
    }
    .narrow {
      display: flex;
    }
  }
  @container (max-width: 48rem) {
    .roomy {
      display: none;
    }
  }
  @media (orientation: portrait) {
    .roomy {
      display: none;
    }
  }
  /* a line of its own for the title, so that it is never cut */
  @container (max-width: 62rem) {
    header {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: 0.125rem 0.25rem;
    }
    h1 {
      grid-area: 2 / 1 / auto / span 2;
      padding: 0 0.5rem 0.25rem;
    }
    .version {
      grid-area: 2 / 3;
    }
    .actions {
      grid-area: 1 / 2 / auto / span 2;
      flex-wrap: wrap;
      justify-content: end;
    }
  }
  @container (max-width: 40rem) {
    .back {
      min-width: var(--target);
      padding-inline: 0;
    }
    .back span {
      display: none;
    }
    h1 {
      font-size: 1rem;
    }
    .mark {
      margin-right: 0.5rem;
    }
    .actions {
      gap: 0;
    }
    .actions .primary {
      padding-inline: 0.625rem;
    }
    .actions .button:not(.primary) {
      padding-inline: 0.375rem;
    }
    .actions svg {
      display: none;
    }
    .title {
      text-wrap: balance;
    }
  }
  @container (max-width: 21rem) {
    .actions .primary {
      padding-inline: 0.5rem;
    }
    .actions .button:not(.primary) {
      padding-inline: 0.25rem;
    }
    .actions .button:has(.unless-least) svg {
      display: block;
    }
    .unless-least {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
`;
