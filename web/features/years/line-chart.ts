import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { css, html, LitElement, svg } from 'lit';
import { baseSheet } from '../../ui/sheets/base.ts';

/** One year; `value` null is a gap. */
export interface ChartPoint {
  readonly name: string;
  readonly value: number | null;
}

const size = { width: 480, height: 270 };
const margin = { top: 28, right: 24, bottom: 40, left: 84 };

/** A line over the years, with its values at the points. The table beside it says the same, so `label` names it shortly. */
export class LineChart extends LitElement {
  static override properties = { points: { attribute: false }, label: {} };
  declare points: readonly ChartPoint[];
  declare label: string;

  override render() {
    const values = this.points.flatMap(({ value }) => (value === null ? [] : [value]));
    const across = scalePoint<string>()
      .domain(this.points.map(({ name }) => name))
      .range([margin.left, size.width - margin.right])
      .padding(0.3);
    // from zero, so that a small change does not look like a large one
    const up = scaleLinear()
      .domain([Math.min(0, ...values), Math.max(0, ...values) || 1])
      .nice(4)
      .range([size.height - margin.bottom, margin.top]);
    const x = ({ name }: ChartPoint) => across(name)!;
    const path = line<ChartPoint>()
      .defined(({ value }) => value !== null)
      .x(x)
      .y(({ value }) => up(value ?? 0))([...this.points]);
    return html`<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label=${this.label}>
      ${up.ticks(4).map(
        (
          tick,
        ) => svg`<line x1=${margin.left} x2=${size.width - margin.right} y1=${up(tick)} y2=${up(tick)} class="grid" />
          <text x=${margin.left - 8} y=${up(tick) + 5} class="scale">${tick.toLocaleString()}</text>`,
      )}
      <path d=${path ?? ''} />
      ${this.points.map((point) =>
        point.value === null
          ? svg`<text x=${x(point)} y=${up(0) - 8} class="none">なし</text>`
          : svg`<circle cx=${x(point)} cy=${up(point.value)} r="5" />
              <text x=${x(point)} y=${up(point.value) - 12} class="value">${point.value.toLocaleString()}</text>`,
      )}
      ${this.points.map((point) => svg`<text x=${x(point)} y=${size.height - 12} class="name">${point.name}</text>`)}
    </svg>`;
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        display: block;
      }
      svg {
        display: block;
        width: 100%;
        height: auto;
        max-width: 44rem;
        stroke: none;
        fill: none;
      }
      path {
        stroke: var(--color-key);
        stroke-width: 3;
      }
      circle {
        fill: var(--color-key);
      }
      .grid {
        stroke: var(--color-line-weak);
      }
      text {
        fill: var(--color-text);
        font-family: var(--font-family);
        font-size: 16px;
        text-anchor: middle;
      }
      .value {
        font-weight: 700;
        stroke: var(--color-ground);
        stroke-width: 4px;
        paint-order: stroke;
      }
      .scale {
        fill: var(--color-text-weak);
        text-anchor: end;
      }
      .none {
        fill: var(--color-text-weak);
      }
    `,
  ];
}
customElements.define('line-chart', LineChart);

declare global {
  interface HTMLElementTagNameMap {
    'line-chart': LineChart;
  }
}
