import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';

// Drawn for 24 × 24, strokes of 2.
const drawings = {
  pen: svg`<path d="M4 20l1-5L16 4l4 4L9 19zM13 7l4 4"/>`,
  marker: svg`<path d="M9 14l-3 3v3h4l2-3M9 14l7-10 5 4-9 9zM3 22h18"/>`,
  eraser: svg`<path d="M8 19l-4-4 9-10 6 6-7 8zM9 9.500l6 6M8 19h12"/>`,
  text: svg`<path d="M4 5h16v11H11l-4 4v-4H4zM8 9h8M8 12h5"/>`,
  bookmark: svg`<path d="M7 3h10v18l-5-4-5 4z"/>`,
  undo: svg`<path d="M9 7L4 12l5 5M4 12h10a5 5 0 0 1 0 10h-2" transform="translate(0 -3)"/>`,
  redo: svg`<path d="M15 7l5 5-5 5M20 12H10a5 5 0 0 0 0 10h2" transform="translate(0 -3)"/>`,
} satisfies Record<string, SVGTemplateResult>;

/** A picture beside words; never spoken. */
export function noteIcon(name: keyof typeof drawings): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true">${drawings[name]}</svg>`;
}
