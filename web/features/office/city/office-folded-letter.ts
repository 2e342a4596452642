import { css, html, LitElement, svg } from 'lit';
import { files } from '../../../client/paths.ts';
import { icon } from '../../../ui/icons.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { type EnvelopeWindow, foldedLetter } from './window-errors.ts';

/** The folded letter to scale, with the envelope's window over it, and a sheet to try it with a real envelope. */
export class OfficeFoldedLetter extends LitElement {
  static override properties = { window: { attribute: false } };
  declare window: EnvelopeWindow;

  override render() {
    const { left, top, width, height } = this.window;
    const sheet = foldedLetter;
    const name = `三つ折りの通知（横${sheet.width}mm、縦${sheet.height}mm）の左から${left}mm、上から${top}mmに、幅${width}mm、高さ${height}mmの窓`;
    return html`<figure>
      <svg viewBox="-2 -2 ${sheet.width + 4} ${sheet.height + 4}" role="img" aria-label=${name}>
        <rect class="sheet" width=${sheet.width} height=${sheet.height} />
        ${[16, 23].map((y) => svg`<line class="text" x1="150" x2="190" y1=${y} y2=${y} />`)}
        ${[44, 51].map((y) => svg`<line class="text" x1="130" x2="190" y1=${y} y2=${y} />`)}
        ${[82, 90].map((y) => svg`<line class="text" x1="25" x2="185" y1=${y} y2=${y} />`)}
        <rect class="window" x=${left} y=${top} width=${width} height=${height} rx="2" />
        ${this.addressee()}
        <line class="measure" x1="0" x2=${left} y1=${top + height / 2} y2=${top + height / 2} />
        <line class="measure" x1=${left + width / 2} x2=${left + width / 2} y1="0" y2=${top} />
      </svg>
      <figcaption>開催通知を三つ折りにした面（実物と同じ比率）。青い枠が封筒の窓です。</figcaption>
      <a class="button" href=${files.windowSheet(this.window)} target="_blank">${icon('print')}試し刷りの紙（PDF）を作る</a>
      <p class="weak">目盛りの付いた紙です。封筒に入れると、窓から見える位置を読めます。保存する前でも試せます。</p>
    </figure>`;
  }

  private addressee() {
    const { left, top, width } = this.window;
    const lines = [0.45, 0.8, 0.7].map(
      (part, index) =>
        svg`<line class="address" x1=${left + 6} x2=${left + 6 + (width - 12) * part} y1=${top + 9 + index * 7} y2=${top + 9 + index * 7} />`,
    );
    return svg`${lines}<line class="address name" x1=${left + 12} x2=${left + 12 + (width - 24) * 0.7} y1=${top + 34} y2=${top + 34} />`;
  }

  static override styles = [
    baseSheet,
    css`
      figure {
        margin: 0;
      }
      figure > svg {
        width: 100%;
        max-width: 40rem;
        height: auto;
        fill: none;
        stroke-width: 0.5;
      }
      .sheet {
        fill: var(--color-neutral-white);
        stroke: var(--color-line);
      }
      .text {
        stroke: var(--color-line-weak);
        stroke-width: 2;
      }
      .window {
        fill: var(--color-key-weak);
        stroke: var(--color-key);
        stroke-width: 1;
      }
      .address {
        stroke: var(--color-text-weak);
        stroke-width: 2;
      }
      .name {
        stroke: var(--color-text);
        stroke-width: 3;
      }
      .measure {
        stroke: var(--color-key);
        stroke-dasharray: 2 2;
      }
      figcaption {
        margin-bottom: 0.75rem;
      }
      figcaption,
      .weak {
        color: var(--color-text-weak);
      }
    `,
  ];
}
customElements.define('office-folded-letter', OfficeFoldedLetter);

declare global {
  interface HTMLElementTagNameMap {
    'office-folded-letter': OfficeFoldedLetter;
  }
}
