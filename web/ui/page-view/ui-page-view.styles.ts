import { css } from 'lit';

export const pageViewSheet = css`
  :host {
    display: block;
    position: relative;
    min-width: 0;
    min-height: 0;
    background: var(--color-stage);
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
    box-shadow:
      0 0 0 1px rgb(0 0 0 / 0.06),
      0 1px 6px rgb(0 0 0 / 0.1);
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
  .rows,
  .marks {
    position: absolute;
    inset: 0 auto auto 0;
    width: 0;
    height: 0;
    transform-origin: 0 0;
    pointer-events: none;
  }
  .rows button {
    position: absolute;
    padding: 0;
    border: 0;
    background: none;
  }
  .rows button:focus-visible {
    outline: 2px solid var(--color-neutral-black);
    outline-offset: 1px;
    box-shadow: 0 0 0 1px var(--color-primitive-yellow-300);
  }
  .mark {
    position: absolute;
    box-sizing: border-box;
    color: var(--color-mark, #0031d8);
    font-size: 8px;
    font-weight: 700;
    line-height: 1;
    white-space: nowrap;
  }
  .chosen,
  .counterpart {
    border: 2px solid var(--color-mark, #0031d8);
    border-radius: 2px;
    background: rgb(0 49 216 / 0.08);
    animation: arrive calc(var(--motion) * 160ms) ease-out;
  }
  .value {
    border-radius: 2px;
    background: rgb(0 49 216 / 0.16);
  }
  .hit {
    border-radius: 2px;
    background: rgb(255 214 51 / 0.4);
    outline: 1px solid var(--color-warning);
  }
  .edge {
    border-top: 2px dashed var(--color-mark, #0031d8);
  }
  .more,
  .less,
  .other {
    border-bottom: 1.5px solid currentColor;
  }
  .less {
    border-bottom-style: dashed;
  }
  .other {
    border-bottom-style: dotted;
  }
  .alone {
    border-left: 3px double currentColor;
  }
  /* Arrows and not triangles, which print as a minus; over the last digit, where they hide no other. */
  .more::before,
  .less::before {
    content: '';
    position: absolute;
    right: 0;
    bottom: 100%;
    width: 8px;
    height: 9px;
    background: currentColor;
    clip-path: polygon(50% 0, 100% 50%, 68% 50%, 68% 100%, 32% 100%, 32% 50%, 0 50%);
  }
  .less::before {
    rotate: 180deg;
  }
  @keyframes arrive {
    from {
      opacity: 0;
    }
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
    text-wrap: pretty;
  }
  .failed p {
    max-width: 24rem;
  }
  ::slotted([slot='waiting']) {
    max-width: 32rem;
    margin: 3rem auto;
    padding: 1rem;
  }
`;
