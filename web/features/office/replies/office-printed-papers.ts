import { css, html, LitElement, nothing } from 'lit';
import type { PrintedPaper } from '../../../../contract/replies.ts';
import { documentName } from '../../../../domain/meetings/document.ts';
import { paperSavingOf } from '../../../../domain/meetings/paper-saving.ts';
import { files, paths } from '../../../client/paths.ts';
import { icon } from '../../../ui/icons.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { officeSheet } from '../office-sheet.ts';

/** What is to be printed of each document, and what was saved against printing it for everyone. */
export class OfficePrintedPapers extends LitElement {
  static override properties = {
    papers: { attribute: false },
    members: { type: Number },
    meetingId: { type: Number, attribute: 'meeting-id' },
  };
  declare papers: readonly PrintedPaper[];
  /** Those it would have been printed for. */
  declare members: number;
  declare meetingId: number;

  constructor() {
    super();
    this.papers = [];
    this.members = 0;
    this.meetingId = 0;
  }

  override render() {
    if (this.papers.length === 0)
      return html`<p class="weak">資料はまだありません。資料を置くと、ここに部数が並びます。</p>`;
    const { leavesPrinted, leavesForAll } = paperSavingOf(this.members, this.papers);
    const pages = this.papers.reduce((sum, paper) => sum + paper.pages, 0);
    return html`<div class="scroll">
        <table>
          <caption class="visually-hidden">
            印刷する資料と部数
          </caption>
          <thead>
            <tr>
              <th scope="col">資料</th>
              <th scope="col" class="number">ページ数</th>
              <th scope="col" class="number">部数</th>
              <th scope="col" class="number">紙の枚数</th>
            </tr>
          </thead>
          <tbody>
            ${this.papers.map(
              (paper) => html`<tr>
                <td>
                  <a class="target" href=${paths.document(paper.id)}>${documentName(paper)}</a>
                </td>
                <td class="number">${paper.pages.toLocaleString()}</td>
                <td class="number">${paper.copies.toLocaleString()}</td>
                <td class="number">${(paper.copies * paper.leaves).toLocaleString()}</td>
              </tr>`,
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">合計</th>
              <td class="number">${pages.toLocaleString()}</td>
              <td class="number"></td>
              <td class="number"><strong>${leavesPrinted.toLocaleString()}</strong></td>
            </tr>
          </tfoot>
        </table>
      </div>
      ${
        leavesPrinted === 0
          ? nothing
          : html`<p class="row no-print">
                <a class="button" href=${files.wishedPapers(this.meetingId)} target="_blank"
                  >${icon('print')}希望された資料を印刷する（PDF）</a
                >
              </p>
              <p class="weak">委員ごとに、表紙と希望の資料が並びます。両面印刷で、資料ごとに新しい紙から始まります。</p>`
      }
      <p class="saved">
        委員${this.members}人の全員に配ると${leavesForAll.toLocaleString()}枚でした。<strong>${(leavesForAll - leavesPrinted).toLocaleString()}枚</strong>を減らせます。
      </p>`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    css`
      .row {
        margin-top: 1rem;
      }
      .saved {
        margin-top: 0.75rem;
      }
    `,
  ];
}

customElements.define('office-printed-papers', OfficePrintedPapers);

declare global {
  interface HTMLElementTagNameMap {
    'office-printed-papers': OfficePrintedPapers;
  }
}
