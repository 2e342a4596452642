import { css } from 'lit';

export const noteLayerSheet = css`
  :host {
    position: absolute;
    inset: 0;
    pointer-events: none;
    user-select: none;
    -webkit-user-select: none;
  }
  :host([drawing]) {
    pointer-events: auto;
    cursor: crosshair;
  }
  svg.ink {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    overflow: hidden;
    stroke: none;
  }
  .marker {
    fill: none;
    stroke-linecap: butt;
    stroke-linejoin: round;
    mix-blend-mode: multiply;
    opacity: 0.55;
  }
  /* what is being drawn, on a layer of its own: the page and what is on it are not painted again */
  .wet {
    will-change: transform;
  }
  .note {
    position: absolute;
    display: flex;
    align-items: center;
    gap: 0.25rem;
    max-width: min(13rem, 60%);
    min-width: var(--target);
    min-height: var(--target);
    padding: 0.125rem 0.5rem;
    border: 1px solid var(--color-warning);
    border-radius: var(--border-radius-4);
    background: #fff7c2;
    color: var(--color-neutral-black);
    box-shadow: 0 1px 3px rgb(0 0 0 / 0.25);
    text-align: left;
    line-height: 1.35;
    cursor: pointer;
    pointer-events: auto;
  }
  .note span {
    overflow: hidden;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .note svg {
    width: 1.25rem;
    height: 1.25rem;
  }
  .bookmark {
    position: absolute;
    top: 0;
    right: 0.75rem;
    display: grid;
    place-items: start center;
    width: var(--target);
    height: var(--target);
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
    pointer-events: auto;
  }
  .bookmark svg {
    width: 1.75rem;
    height: 2.25rem;
    fill: #d1001f;
    stroke: none;
  }
  /* on a telephone the words would cover the paper: a tap opens them */
  :host([small]) .note span {
    display: none;
  }
  :host([small]) .note {
    justify-content: center;
    padding: 0;
  }
`;
