import { html } from 'lit';
import type { Document } from '../../../contract/documents.ts';
import type { DocumentWatch } from '../../client/document-watch.ts';
import '../../ui/page-view/ui-page-bar.ts';
import '../../ui/ui-failure.ts';
import '../../ui/ui-loading.ts';
import './compare-foot.ts';
import './compare-picker.ts';
import './counterpart-choice.ts';
import { type DocumentPair, nameOf } from './document-pair.ts';
import type { LineComparing } from './line-comparing.ts';
import type { Lengths, Places } from './page-link.ts';
import type { PairedPlaces } from './paired-places.ts';

/** In place of a document that is on its way, or does not come. */
export function waitingFace({ failure }: DocumentWatch, retry: () => void) {
  if (!failure) return html`<ui-loading label="資料を開いています…"></ui-loading>`;
  return html`<ui-failure
    heading=${failure.heading}
    message=${failure.message}
    remedy=${failure.remedy}
    @retry=${retry}
  ></ui-failure>`;
}

/** Said over the other side where its page is only a neighbour of what belongs there, or was put there by its place. */
export function partnerNote(paired: PairedPlaces, comparing: LineComparing): string {
  if (!paired.linked || !paired.isAligned) return '';
  if (!paired.hasPartner) return '対応するページは見つかりません。近くのページを表示しています。';
  return comparing.isByPlace(paired.places) ? '画像のページです。位置をもとに並べています。' : '';
}

/** What can stand beside the document. */
export function pickerFace(document: Document, current: number, choose: (id: number) => void) {
  return html`<compare-picker
    .choices=${document.beside}
    .current=${current}
    name=${nameOf(document)}
    @document-chosen=${(event: CustomEvent<{ documentId: number }>) => choose(event.detail.documentId)}
  ></compare-picker>`;
}

/** The bar that turns both. */
export function barFace(
  document: Document,
  places: Places,
  lengths: Lengths,
  turn: (direction: 1 | -1) => void,
  jump: () => void,
) {
  return html`<ui-page-bar
    .page=${places.page}
    .pageCount=${lengths.pages}
    name=${nameOf(document)}
    note="並べた資料 ${places.other}／${lengths.others}"
    @page-turn=${(event: CustomEvent<{ direction: 1 | -1 }>) => turn(event.detail.direction)}
    @jump-asked=${jump}
  ></ui-page-bar>`;
}

/** What is known of the lines; `realign` where a person gives up their own rule of turning. */
export function footFace(
  comparing: LineComparing,
  documents: DocumentPair,
  paired: PairedPlaces,
  changesHref: string,
  realign: () => void,
) {
  comparing.prefetch(paired.places);
  const [page, other] = [documents.page.document, documents.other.document];
  const [newer, older] = comparing.compared('page') === 'newer' ? [page, other] : [other, page];
  return html`<compare-foot
    .comparing=${comparing}
    .linked=${paired.linked}
    .own=${paired.isOwn}
    .changesHref=${changesHref}
    @alignment-asked=${() => {
      paired.forget();
      realign();
    }}
    @pages-paired=${() => void comparing.pairPages(paired.places)}
    ><counterpart-choice
      slot="counterpart"
      .newer=${newer}
      .older=${older}
      @counterpart-changed=${() => documents.refresh()}
    ></counterpart-choice
  ></compare-foot>`;
}
