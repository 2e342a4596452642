import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';

// Drawn for 24 × 24, strokes of 2.
const drawings = {
  back: svg`<path d="M15 5l-7 7 7 7"/>`,
  forward: svg`<path d="M9 5l7 7-7 7"/>`,
  up: svg`<path d="M5 15l7-7 7 7"/>`,
  down: svg`<path d="M5 9l7 7 7-7"/>`,
  grip: svg`<path d="M5 8h14M5 12h14M5 16h14"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  minus: svg`<path d="M5 12h14"/>`,
  close: svg`<path d="M6 6l12 12M18 6L6 18"/>`,
  check: svg`<path d="M5 12.5l5 5 9-10"/>`,
  info: svg`<circle cx="12" cy="12" r="9"/><path d="M12 11v6M12 7.5v.5"/>`,
  warning: svg`<path d="M12 4l9 16H3zM12 10v4M12 17v.5"/>`,
  download: svg`<path d="M12 4v11M7 11l5 5 5-5M5 20h14"/>`,
  print: svg`<path d="M7 9V4h10v5M7 17H4v-8h16v8h-3M7 14h10v6H7z"/>`,
  list: svg`<path d="M9 6h11M9 12h11M9 18h11M4 6h.5M4 12h.5M4 18h.5"/>`,
  beside: svg`<path d="M4 5h7v14H4zM13 5h7v14h-7z"/>`,
  linked: svg`<path d="M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.700-5.700l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 5.700 5.700l1-1"/>`,
  unlinked: svg`<path d="M15 15.500l4-4a4 4 0 0 0-5.700-5.700l-1 1M9 8.500l-4 4a4 4 0 0 0 5.700 5.700l1-1M4 4l16 16"/>`,
  swap: svg`<path d="M4 8h15l-4-4M20 16H5l4 4"/>`,
  pages: svg`<path d="M5 4h6v7H5zM13 4h6v7h-6zM5 13h6v7H5zM13 13h6v7h-6z"/>`,
  changes: svg`<path d="M7 5l4 6H3zM17 19l4-6h-8zM3 19h6M15 5h6"/>`,
  fit: svg`<path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5"/>`,
  whole: svg`<path d="M4 10V4h6M14 4h6v6M20 14v6h-6M10 20H4v-6"/>`,
  single: svg`<path d="M7 4h10v16H7z"/>`,
  more: svg`<path d="M5 12h.5M12 12h.5M19 12h.5"/>`,
  copy: svg`<path d="M9 9h11v11H9zM6 15H4V4h11v2"/>`,
  file: svg`<path d="M6 3h8l5 5v13H6zM14 3v5h5"/>`,
  search: svg`<circle cx="11" cy="11" r="6.500"/><path d="M16 16l5 5"/>`,
  upload: svg`<path d="M12 16V5M7 9l5-5 5 5M5 20h14"/>`,
  voice: svg`<path d="M4 9v6h4l5 4V5L8 9zM16.500 9a4 4 0 0 1 0 6M18.500 6a8 8 0 0 1 0 12"/>`,
  pen: svg`<path d="M4 20l1-5L16 4l4 4L9 19zM13 7l4 4"/>`,
  phone: svg`<path d="M6 3l3 1 1 5-2 1c1 3 3 5 6 6l1-2 5 1 1 3c0 2-2 3-4 3C10 21 3 14 3 7c0-2 1-4 3-4z"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof drawings;

/** A picture beside words; never spoken. */
export function icon(name: IconName): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true">${drawings[name]}</svg>`;
}
