import { css } from 'lit';

export const documentCardSheet = css`
  article {
    display: flex;
    flex-wrap: wrap;
    border: 1px solid var(--color-line-weak);
    border-radius: var(--border-radius-12);
    overflow: clip;
    background: var(--color-ground);
  }
  .open {
    flex: 1 1 24rem;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 1rem;
    min-height: 6.5rem;
    padding: 0.5rem 1rem;
    color: var(--color-text);
    text-decoration: none;
  }
  .open:hover,
  .beside:hover {
    background: var(--color-key-weak);
  }
  .open:hover .title {
    text-decoration: underline;
  }
  .open:focus-visible,
  .beside:focus-visible {
    outline-offset: -4px;
    border-radius: var(--border-radius-12);
  }
  .open > svg {
    color: var(--color-key);
  }
  .picture {
    display: grid;
    place-items: center;
    width: 5rem;
    height: 5.5rem;
    color: var(--color-line);
  }
  .picture img {
    max-width: 100%;
    max-height: 5.5rem;
    border: 1px solid var(--color-line-weak);
    background: var(--color-neutral-white);
  }
  .picture svg {
    width: 3rem;
    height: 3rem;
  }
  .words {
    display: grid;
    gap: 0.125rem;
  }
  .mark {
    color: var(--color-key);
    font-weight: 700;
  }
  .title {
    font-size: 1.25rem;
    font-weight: 700;
    line-height: 1.5;
    text-wrap: balance;
  }
  .about {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    color: var(--color-text-weak);
  }
  .chip {
    padding: 0 0.625rem;
    border-radius: var(--border-radius-4);
    background: var(--color-key-weak);
    color: var(--color-key-strong);
    font-weight: 700;
  }
  .chip.fresh {
    background: var(--color-key);
    color: var(--color-neutral-white);
  }
  .chip.warning {
    background: var(--color-error-weak);
    color: var(--color-error);
  }
  .beside {
    flex: 0 0 21rem;
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-height: 3.25rem;
    padding: 0.5rem 1.25rem;
    font-weight: 400;
    text-decoration: none;
    word-break: auto-phrase;
    text-wrap: balance;
  }
  @container (max-width: 56rem) {
    .beside {
      flex: 1 1 100%;
      justify-content: flex-start;
      min-height: var(--target);
      padding: 0 1rem 0.5rem 7rem;
    }
  }
  @media print {
    .beside,
    .open > svg {
      display: none;
    }
  }
`;
