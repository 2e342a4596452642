import { css } from 'lit';

/** For every shadow root: text, headings, links, focus and `.button` for <button> and <a>. Parsed once, shared by all. */
export const baseSheet = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3 {
    margin: 0;
    line-height: 1.4;
    font-weight: 700;
    text-wrap: pretty;
    word-break: auto-phrase;
  }
  .phrased {
    word-break: keep-all;
    overflow-wrap: anywhere;
  }
  h1 {
    font-size: 1.75rem;
  }
  h2 {
    font-size: 1.375rem;
  }
  h3 {
    font-size: 1.125rem;
  }
  p {
    margin: 0;
  }
  p,
  li,
  dd,
  label,
  legend,
  .button {
    text-wrap: pretty;
    /* lines end between phrases, where the browser knows them */
    word-break: auto-phrase;
  }
  ul,
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  a {
    color: var(--color-key);
    text-underline-offset: 0.2em;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  :focus-visible {
    outline: 4px solid var(--color-neutral-black);
    outline-offset: 2px;
    border-radius: var(--border-radius-4);
    box-shadow: 0 0 0 2px var(--color-primitive-yellow-300);
  }
  button {
    font: inherit;
    color: inherit;
  }
  svg {
    width: 1.5rem;
    height: 1.5rem;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-width: var(--target);
    min-height: 3rem;
    padding: 0.5rem 1.25rem;
    border: 1px solid var(--color-key);
    border-radius: var(--border-radius-8);
    background: var(--color-ground);
    color: var(--color-key);
    font-weight: 700;
    line-height: 1.4;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
  }
  .button:hover {
    background: var(--color-key-weak);
    text-decoration: underline;
  }
  .button.primary {
    background: var(--color-key);
    color: var(--color-neutral-white);
  }
  .button.primary:hover {
    background: var(--color-key-strong);
  }
  .button.danger {
    border-color: var(--color-error);
    color: var(--color-error);
  }
  .button.danger:hover {
    background: var(--color-error-weak);
  }
  .button.quiet {
    border-color: transparent;
    padding-inline: 0.75rem;
  }
  .button:disabled,
  .button[aria-disabled='true'] {
    border-color: var(--color-line-weak);
    background: var(--color-ground-weak);
    color: var(--color-text-weak);
    cursor: default;
    text-decoration: none;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* what can be pressed is of no use on paper */
  @media print {
    .button {
      display: none !important;
    }
    button,
    a {
      color: inherit;
      text-decoration: none !important;
    }
    h1,
    h2,
    h3 {
      break-after: avoid;
    }
  }
`;
