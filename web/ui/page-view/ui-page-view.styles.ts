import { css } from 'lit';

export const pageViewSheet = css`
  :host {
    display: block;
    position: relative;
    min-width: 0;
    min-height: 0;
    background: var(--color-neutral-solid-gray-200);
    overflow: hidden;
  }
  .stage {
    position: absolute;
    inset: 0;
    overflow: auto;
    /* One finger up and down scrolls; sideways it turns the page, until the page is wider than the stage. */
    touch-action: pan-y;
    overscroll-behavior: contain;
    scrollbar-gutter: auto;
  }
  .stage.pannable {
    touch-action: pan-x pan-y;
  }
  .stage:focus-visible {
    outline-offset: -4px;
    border-radius: 0;
  }
  .sheet {
    position: relative;
    overflow: hidden;
    background: var(--color-neutral-white);
    box-shadow: 0 0 0 1px var(--color-neutral-solid-gray-300);
  }
  .picture,
  .sharp {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  .picture img {
    display: block;
    width: 100%;
    height: 100%;
  }
  .sharp canvas {
    position: absolute;
  }
  .text {
    position: absolute;
    inset: 0 auto auto 0;
    width: 0;
    height: 0;
    transform-origin: 0 0;
    color: transparent;
    font-family: sans-serif;
    line-height: 1;
  }
  .text p {
    position: absolute;
    margin: 0;
    white-space: pre;
    transform-origin: 0 0;
    cursor: text;
    user-select: text;
    -webkit-user-select: text;
  }
  .text p::selection {
    background: rgb(0 49 216 / 0.3);
    color: transparent;
  }
  .failed {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 0.75rem;
    padding: 1rem;
    background: rgb(255 255 255 / 0.9);
    text-align: center;
  }
  ::slotted([slot='waiting']) {
    max-width: 32rem;
    margin: 3rem auto;
    padding: 1rem;
  }
`;
