import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Comparison, Hindrance } from '../../../../contract/comparisons.ts';
import type { DocumentSummary } from '../../../../contract/documents.ts';
import { fiscalYearLabel } from '../../../../domain/japanese/fiscal-year.ts';
import { documentName } from '../../../../domain/meetings/document.ts';
import { hindranceKinds } from '../../../../domain/pages/results/hindrances/hindrance.ts';
import { sentenceOf } from '../../../client/client-error.ts';
import { ComparisonReading } from '../../../client/comparison-reading.ts';
import { acknowledgeHindrances, listHindrances } from '../../../client/comparisons.ts';
import { paths } from '../../../client/paths.ts';
import { readingFace } from '../../../faces/reading-face.ts';
import { announce } from '../../../ui/announce.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-loading.ts';
import '../../../ui/ui-notice.ts';
import { answerOf, askToSignIn } from '../answer.ts';
import { officeSheet } from '../office-sheet.ts';
import './office-hindrance-list.ts';
import type { Fired } from '../../../ui/events.ts';

/** What makes one document hard to compare with the one before; its `document` has a counterpart and is ready. */
export class OfficeDocumentCheck extends LitElement {
  static override properties = { document: { attribute: false }, refusal: { state: true } };
  declare document: DocumentSummary;
  declare private refusal: string;
  private readonly comparing = new ComparisonReading(this, ({ ready }) => {
    if (ready) void this.hindrances.load();
  });
  private readonly hindrances = answerOf<readonly Hindrance[] | null>(this, async (signal) => {
    const { ready, hindrances } = await listHindrances(this.comparing.value!.id, { signal });
    return ready ? hindrances : null;
  });

  constructor() {
    super();
    this.refusal = '';
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('document');
    if (!changed.has('document') || before?.revision.id === this.document.revision.id) return;
    this.hindrances.clear();
    const { id, counterpart } = this.document;
    this.comparing.watch({ documentId: id, otherDocumentId: counterpart!.documentId });
  }

  private async acknowledge({ detail }: Fired<'acknowledged'>): Promise<void> {
    this.refusal = '';
    try {
      await acknowledgeHindrances(this.comparing.value!.id, detail);
      await this.hindrances.load();
      announce(`${detail.keys.length}件を${detail.acknowledged ? '確認済みにしました' : '未確認に戻しました'}。`);
    } catch (error) {
      if (!askToSignIn(error)) this.refusal = sentenceOf(error);
    }
  }

  override render() {
    const { comparing, document } = this;
    return html`<h2>${documentName(document)}</h2>
      ${this.refusal ? html`<ui-notice kind="error">${this.refusal}</ui-notice>` : nothing}
      ${
        comparing.failed
          ? html`<ui-notice kind="warning">前年の資料と比べられませんでした。
              <button class="button small" @click=${() => comparing.retry()}>もう一度比べる</button></ui-notice>`
          : comparing.value?.ready
            ? readingFace(this.hindrances, (found) => this.found(comparing.value!, found), { part: true })
            : html`<ui-loading label="前年の資料と比べています…"></ui-loading>`
      }`;
  }

  private found(comparison: Comparison, found: readonly Hindrance[] | null) {
    if (found === null) return html`<ui-loading label="前年の資料と比べています…"></ui-loading>`;
    const { older, newer } = comparison;
    const open = found.filter(({ acknowledged }) => !acknowledged).length;
    return html`<p class="summary">
        ${fiscalYearLabel(older.fiscalYear)}の資料と比べました。
        ${
          found.length === 0
            ? html`<strong>比べにくいところは見つかりませんでした。</strong>`
            : html`比べにくいところが<strong class="whole">${found.length}件</strong>あります${open === found.length ? '。' : open === 0 ? '。すべて確認済みです。' : `。まだ確認していないのは${open}件です。`}`
        }
        <a class="target" href=${paths.beside(newer.documentId, older.documentId)}>並べて見る</a>
      </p>
      ${hindranceKinds.map((kind) => {
        const ofKind = found.filter((one) => one.kind === kind);
        return ofKind.length === 0
          ? nothing
          : html`<office-hindrance-list
              .comparison=${comparison}
              .hindrances=${ofKind}
              @acknowledged=${(event: Fired<'acknowledged'>) => void this.acknowledge(event)}
            ></office-hindrance-list>`;
      })}`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    css`
      :host {
        display: block;
      }
      .summary {
        margin: 0;
      }
      .summary a {
        margin-inline-start: 0.5rem;
      }
      office-hindrance-list:first-of-type {
        margin-top: 0.5rem;
        border-top: 1px solid var(--color-line);
      }
    `,
  ];
}
customElements.define('office-document-check', OfficeDocumentCheck);

declare global {
  interface HTMLElementTagNameMap {
    'office-document-check': OfficeDocumentCheck;
  }
}
