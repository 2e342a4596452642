import { html, LitElement, nothing, type PropertyValues, svg } from 'lit';
import { extentOf, isStroke, type NoteContent, type Stroke } from '../../domain/notes/note.ts';
import { inks, strokePath } from '../../domain/notes/stroke-path.ts';
import { isTouched } from '../../domain/notes/touch.ts';
import { fire } from '../ui/events.ts';
import { baseSheet } from '../ui/sheets/base.ts';
import { Ink, type InkPoint } from './ink.ts';
import type { BookNote } from './note-book.ts';
import { noteIcon } from './note-icons.ts';
import { noteLayerSheet } from './note-layer.styles.ts';
import { firstTool, markerWidth, type NoteTool, penWidth } from './note-tool.ts';

/** CSS pixels around the eraser's tip. */
const eraserReach = 12;
/** CSS pixels: a page no wider shows notes of words as signs alone. */
const small = 560;

/**
 * What a member wrote on a page, over the page, and where they write: lay it over the sheet.
 * @fires note-drawn @fires notes-erased @fires words-asked @fires note-opened
 */
export class NoteLayer extends LitElement {
  static override properties = {
    notes: { attribute: false },
    page: { type: Number },
    size: { attribute: false },
    tool: { attribute: false },
    drawing: { type: Boolean, reflect: true },
    small: { type: Boolean, reflect: true },
    touched: { state: true },
  };
  declare notes: readonly BookNote[];
  /** 1-based in the file. */
  declare page: number;
  /** Of the page in points. */
  declare size: { readonly width: number; readonly height: number };
  declare tool: NoteTool;
  declare drawing: boolean;
  declare small: boolean;
  /** Strokes that the eraser has met and that go when it is lifted. */
  declare private touched: ReadonlySet<string>;
  private points: number[] = [];
  private readonly ink = new Ink(this, {
    isDrawing: () => this.tool.name !== null,
    begin: () => {
      this.points = [];
    },
    add: (points) => this.add(points),
    end: () => this.end(),
    abandon: () => this.rest(),
  });
  private readonly observer = new ResizeObserver(() => {
    this.small = this.clientWidth < small;
  });

  constructor() {
    super();
    this.notes = [];
    this.page = 1;
    this.size = { width: 1, height: 1 };
    this.tool = firstTool;
    this.drawing = false;
    this.small = false;
    this.touched = new Set();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('tool')) return;
    this.drawing = this.tool.name !== null;
    this.style.touchAction = this.drawing ? this.ink.touchAction : '';
  }

  private get live(): SVGPathElement {
    return this.renderRoot.querySelector<SVGPathElement>('.live')!;
  }

  private add(points: readonly InkPoint[]): void {
    const { name } = this.tool;
    if (name === 'eraser') this.touch(points);
    for (const { x, y, pressure } of points) this.points.push(x, y, pressure);
    if (name === 'pen' || name === 'marker') this.live.setAttribute('d', strokePath(this.stroke(name), this.size));
  }

  private stroke(kind: Stroke['kind']): Stroke {
    const isPen = kind === 'pen';
    return { kind, color: this.tool[kind], width: isPen ? penWidth : markerWidth, points: this.points };
  }

  private touch(points: readonly InkPoint[]): void {
    const radius = (eraserReach * this.size.width) / this.clientWidth;
    const met = this.notes.filter(
      ({ shown }) => isStroke(shown) && points.some((point) => isTouched(shown, point, this.size, radius)),
    );
    if (met.length > 0) this.touched = new Set([...this.touched, ...met.map(({ note }) => note.id)]);
  }

  private end(): void {
    const { name } = this.tool;
    const [x = 0, y = 0] = this.points;
    if (name === 'pen' || name === 'marker') {
      const stroke = this.stroke(name);
      fire(this, 'note-drawn', { page: this.page, content: { ...stroke, points: thinned(stroke.points) } });
    } else if (name === 'eraser' && this.touched.size > 0) fire(this, 'notes-erased', { ids: [...this.touched] });
    else if (name === 'text') fire(this, 'words-asked', { page: this.page, x, y });
    this.rest();
  }

  private rest(): void {
    this.points = [];
    this.touched = new Set();
    this.live.removeAttribute('d');
  }

  override render() {
    const { width, height } = this.size;
    const strokes = this.notes.filter(({ shown, note }) => isStroke(shown) && !this.touched.has(note.id));
    const { name } = this.tool;
    const kind = name === 'marker' ? 'marker' : 'pen';
    return html`<svg class="ink" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
        ${strokes.map(({ shown }) => this.drawn(shown as Stroke))}
      </svg>
      <svg class="ink wet ${kind}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
        <path class="live" fill=${kind === 'pen' ? inks[this.tool.pen] : 'none'}
          stroke=${kind === 'marker' ? inks[this.tool.marker] : 'none'}
          stroke-width=${kind === 'marker' ? markerWidth * width : 0} />
      </svg>
      ${this.notes.map(({ note, shown }) => this.worded(note.id, shown))}`;
  }

  private drawn(stroke: Stroke) {
    const color = inks[stroke.color];
    const path = strokePath(stroke, this.size);
    return stroke.kind === 'pen'
      ? svg`<path class="pen" d=${path} fill=${color} />`
      : svg`<path class="marker" d=${path} stroke=${color} stroke-width=${stroke.width * this.size.width} />`;
  }

  private worded(id: string, shown: NoteContent) {
    if (isStroke(shown)) return nothing;
    const open = (event: Event) => {
      event.stopPropagation();
      fire(this, 'note-opened', { id });
    };
    const stop = (event: Event) => event.stopPropagation();
    if (shown.kind === 'bookmark')
      return html`<button class="bookmark" aria-label="しおり${shown.words ? `：${shown.words}` : ''}" @click=${open} @pointerdown=${stop}>
        ${noteIcon('bookmark')}
      </button>`;
    const [left, top] = extentOf(shown, this.size);
    const place = `left: min(${(left / this.size.width) * 100}%, 100% - 3rem); top: min(${(top / this.size.height) * 100}%, 100% - 3rem)`;
    return html`<button class="note" .style=${place} aria-label="メモ：${shown.words}" @click=${open} @pointerdown=${stop}>
      ${noteIcon('text')}<span aria-hidden="true">${shown.words}</span>
    </button>`;
  }

  static override styles = [baseSheet, noteLayerSheet];
}
customElements.define('note-layer', NoteLayer);

/** Points that the portal takes of one stroke: half a minute of writing without lifting the pen. */
const mostPoints = 3_000;

function thinned(points: number[]): number[] {
  const count = points.length / 3;
  if (count <= mostPoints) return points;
  const step = Math.ceil(count / mostPoints);
  return points.filter((_, at) => Math.floor(at / 3) % step === 0);
}

declare global {
  interface PortalEvents {
    'note-drawn': { page: number; content: NoteContent };
    'notes-erased': { ids: readonly string[] };
    /** Words are to be written at a place of the page, in parts of it. */
    'words-asked': { page: number; x: number; y: number };
    /** A note of words was tapped. */
    'note-opened': { id: string };
  }
  interface HTMLElementTagNameMap {
    'note-layer': NoteLayer;
  }
}
