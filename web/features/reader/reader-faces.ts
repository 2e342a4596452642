import { html, nothing } from 'lit';
import type { Document } from '../../../contract/documents.ts';
import type { FailureFace } from '../../client/client-error.ts';
import '../../ui/ui-failure.ts';
import '../../ui/ui-loading.ts';
import '../../ui/ui-progress.ts';

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
