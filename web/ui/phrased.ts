import { html, type TemplateResult } from 'lit';
import { phrasesOf } from '../../domain/japanese/phrases.ts';

/** A title whose lines end between its phrases (`.phrased` of the base sheet), in every browser. */
export const phrased = (title: string): TemplateResult =>
  html`<span class="phrased">${phrasesOf(title).map((phrase, at) => (at === 0 ? phrase : html`<wbr />${phrase}`))}</span>`;
