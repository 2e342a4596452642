import { html } from 'lit';

/** 表（CSV）を保存, for pages; on a phone CSV alone beside the arrow, so that the page itself begins on the first screen. */
export const savedAs = (what: string, format: string) =>
  html`<span><span class="spared">${what}（</span>${format}<span class="spared">）を保存</span></span>`;
