import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { css, html, LitElement, nothing, svg } from 'lit';
import { baseSheet } from '../../ui/sheets/base.ts';

/** One year; `value` null is a gap. */
export interface ChartPoint {
  readonly name: string;
  readonly value: number | null;
}

const height = 270;
const margin = { top: 32, right: 32, bottom: 64, left: 92 };
/** About what a digit or a sign of a value takes. */
const digitWidth = 9;

/** A line over the years, with its values at the points. The table beside it says the same, so `label` names it shortly. */
export class LineChart extends LitElement {
  static override properties = {
    points: { attribute: false },
    decimals: { type: Number },
    label: {},
    width: { state: true },
  };
  declare points: readonly ChartPoint[];
  /** Digits behind the point. */
  declare decimals: number;
  declare label: string;
  /** In sixteenths of the letters' size, so that they are as large here as elsewhere, on a phone too. */
  declare private width: number;
  private readonly resizing = new ResizeObserver(([entry]) => {
    const letter = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.width = Math.round(Math.min(704, ((entry?.contentRect.width ?? 0) / letter) * 16)) || 480;
  });

  constructor() {
    super();
    this.width = 480;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.resizing.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resizing.disconnect();
  }

  override render() {
    const { width } = this;
    const values = this.points.flatMap(({ value }) => (value === null ? [] : [value]));
    const across = scalePoint<string>()
      .domain(this.points.map(({ name }) => name))
      .range([margin.left, width - margin.right])
      .padding(0.6);
    // from zero, so that a small change does not look like a large one
    const up = scaleLinear()
      .domain([Math.min(0, ...values), Math.max(0, ...values) || 1])
      .nice(4)
      .range([height - margin.bottom, margin.top]);
    const x = ({ name }: ChartPoint) => across(name)!;
    const path = line<ChartPoint>()
      .defined(({ value }) => value !== null)
      .x(x)
      .y(({ value }) => up(value ?? 0))([...this.points]);
    const ticks = up.ticks(4);
    const labelled = this.labelled(across.step());
    return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label=${this.label}>
      ${ticks.map(
        (tick) => svg`<line x1=${margin.left} x2=${width - margin.right} y1=${up(tick)} y2=${up(tick)}
            class=${tick === 0 ? 'zero' : 'grid'} />
          <text x=${margin.left - 8} y=${up(tick) + 5} class="scale">${tick.toLocaleString()}</text>`,
      )}
      <path d=${path ?? ''} />
      ${this.points.map((point, at) => this.point(point, at, x(point), up, labelled.has(at)))}
      ${this.points.map((point) => yearName(point.name, x(point), across.step()))}
    </svg>`;
  }

  /** The points whose values have room beside one another: all, or the first and the last; the table says the rest. */
  private labelled(step: number): ReadonlySet<number> {
    const known = this.points.flatMap(({ value }, at) => (value === null ? [] : [at]));
    const longest = Math.max(...known.map((at) => this.words(this.points[at]!.value!).length));
    return new Set(step > longest * digitWidth ? known : [known.at(0)!, known.at(-1)!]);
  }

  private words(value: number): string {
    return value.toLocaleString('ja-JP', {
      minimumFractionDigits: this.decimals,
      maximumFractionDigits: this.decimals,
    });
  }

  private point({ value }: ChartPoint, at: number, x: number, up: (value: number) => number, isLabelled: boolean) {
    if (value === null) return svg`<text x=${x} y=${up(0) - 8} class="none">なし</text>`;
    const place = labelPlace(this.points, at);
    return svg`<circle cx=${x} cy=${up(value)} r="5" />
      ${!isLabelled ? nothing : svg`<text x=${x + aside[place]} y=${up(value) + (place === 'below' ? 26 : -12)} class="value ${place}">${this.words(value)}</text>`}`;
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
        stroke-width: 1;
        opacity: 0.6;
      }
      .zero {
        stroke: var(--color-line);
        stroke-width: 1;
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
      .value.left {
        text-anchor: end;
      }
      .value.right {
        text-anchor: start;
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

/** 令和５年度, in two lines where its neighbours would touch it. */
function yearName(name: string, x: number, step: number) {
  const [, era = '', year = name] = /^(\p{Script=Han}+)(.+)$/u.exec(name) ?? [];
  const lines = step > 88 ? [name] : [era, year];
  return lines.map((line, at) => svg`<text x=${x} y=${height - 36 + at * 24} class="name">${line}</text>`);
}

const aside = { above: 0, below: 0, left: 6, right: -6 } as const;

/** Where a point's value stands so that the line does not cross it: on the side that the line does not go up to. */
function labelPlace(points: readonly ChartPoint[], at: number): keyof typeof aside {
  const here = points[at]?.value ?? 0;
  const higher = (one: ChartPoint | undefined) => typeof one?.value === 'number' && one.value > here;
  const [before, after] = [higher(points[at - 1]), higher(points[at + 1])];
  if (before && after) return 'below';
  if (after) return 'left';
  return before ? 'right' : 'above';
}

declare global {
  interface HTMLElementTagNameMap {
    'line-chart': LineChart;
  }
}
