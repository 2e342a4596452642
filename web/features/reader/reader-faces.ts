import { html, nothing } from 'lit';
import type { Document } from '../../../contract/documents.ts';
import type { FailureFace } from '../../client/client-error.ts';
import type { Fit } from '../../ui/page-view/geometry.ts';
import { printedNote } from '../../ui/page-view/page-source.ts';
import '../../ui/page-view/ui-page-bar.ts';
import '../../ui/ui-failure.ts';
import '../../ui/ui-loading.ts';
import '../../ui/ui-progress.ts';
import './reader-zoom.ts';
import './replacement-line.ts';
import type { ReplacementWatch } from './replacement-watch.ts';

export function openingFace() {
  return html`<ui-loading label="資料を開いています…"></ui-loading>`;
}

export function failureFace({ heading, message, remedy }: FailureFace, retry: () => void) {
  return html`<ui-failure heading=${heading} message=${message} remedy=${remedy} @retry=${retry}></ui-failure>`;
}

/** A page that is not drawn yet. */
export function waitingFace({ pages, revision }: Document) {
  const part = revision.pageCount ? pages.length / revision.pageCount : null;
  return html`<ui-progress .value=${part} label="資料の準備">
    <p>このページを準備しています。できあがると、自動で表示します。</p>
    ${revision.pageCount ? html`<p>${revision.pageCount}ページのうち${pages.length}ページができました。</p>` : nothing}
  </ui-progress>`;
}

/** A file that could not be read. */
export function unreadableFace(retry: () => void) {
  return html`<div class="failed">
    <ui-failure
      heading="この資料を表示できません"
      message="ファイルを読み取れませんでした。事務局にお問い合わせください。差し替えられると、ここで見られるようになります。"
      @retry=${retry}
    ></ui-failure>
  </div>`;
}

/** What a replacement changed, for a member who had read an earlier version. */
export function replacedFace(
  { id, revision }: Document,
  replacement: ReplacementWatch,
  page: number,
  goTo: (page: number) => void,
) {
  const { seen, changes, pages } = replacement;
  if (!seen) return nothing;
  return html`<replacement-line
    slot="replaced"
    .documentId=${id}
    .revision=${revision.id}
    .seen=${seen}
    .pages=${pages}
    .page=${page}
    .count=${changes?.length ?? null}
    @page-chosen=${(event: CustomEvent<{ page: number }>) => goTo(event.detail.page)}
    @line-closed=${() => replacement.dismiss()}
  ></replacement-line>`;
}

/** The bar under the page: turning, the page's number, and its size. */
export function barFace(
  document: Document,
  { page, pageCount, zoom, fit }: { page: number; pageCount: number; zoom: number; fit: Fit },
  on: { turn(direction: 1 | -1): void; jump(): void; zoom(direction: 1 | -1): void; toggleFit(): void },
) {
  const shown = document.pages[page - 1];
  return html`<ui-page-bar
    .page=${page}
    .pageCount=${pageCount}
    note=${shown ? printedNote(shown) : ''}
    @page-turn=${(event: CustomEvent<{ direction: 1 | -1 }>) => on.turn(event.detail.direction)}
    @jump-asked=${on.jump}
  >
    <reader-zoom
      .zoom=${zoom}
      .fit=${fit}
      @zoom-stepped=${(event: CustomEvent<{ direction: 1 | -1 }>) => on.zoom(event.detail.direction)}
      @fit-toggled=${on.toggleFit}
    ></reader-zoom>
  </ui-page-bar>`;
}
