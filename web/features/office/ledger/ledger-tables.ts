import { html, nothing } from 'lit';
import type { LedgerMeeting } from '../../../../contract/ledger.ts';
import { japaneseDate } from '../../../../domain/japanese/date.ts';
import { fiscalYearLabel } from '../../../../domain/japanese/fiscal-year.ts';
import { savedRateText, savingsByCommittee, type YearOfSaving } from '../../../../domain/meetings/paper-saving.ts';
import { paths } from '../../../client/paths.ts';
import { wishedPapers } from './wished-papers.ts';

export function yearsTable(years: readonly YearOfSaving[]) {
  return html`<table>
            <caption class="visually-hidden">
              年度ごとの紙の枚数
            </caption>
            <thead>
              <tr>
                <th scope="col">年度</th>
                <th scope="col" class="number">全員に配ると</th>
                <th scope="col" class="number">印刷した枚数</th>
                <th scope="col" class="number">減らせた枚数</th>
              </tr>
            </thead>
            <tbody>
              ${years.map(
                ({ fiscalYear, saving }) => html`<tr>
                  <th scope="row" class="date">${fiscalYearLabel(fiscalYear)}</th>
                  <td class="number">${saving.leavesForAll.toLocaleString()}</td>
                  <td class="number">${saving.leavesPrinted.toLocaleString()}</td>
                  <td class="number">${(saving.leavesForAll - saving.leavesPrinted).toLocaleString()}</td>
                </tr>`,
              )}
            </tbody>
          </table>`;
}

/** The committees where there are several, each with what its meetings took and would have taken. */
export function committeesSection(meetings: readonly LedgerMeeting[]) {
  const committees = savingsByCommittee(meetings);
  if (committees.length < 2) return nothing;
  return html`<section aria-labelledby="committees">
      <h2 id="committees">会議体ごと</h2>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="committees">
        <table>
          <caption class="visually-hidden">
            会議体ごとの紙の枚数
          </caption>
          <thead>
            <tr>
              <th scope="col">会議体</th>
              <th scope="col" class="number">会議</th>
              <th scope="col" class="number">全員に配ると</th>
              <th scope="col" class="number">印刷した枚数</th>
              <th scope="col" class="number">ページ数の削減率</th>
            </tr>
          </thead>
          <tbody>
            ${committees.map(
              ({ committeeName, meetings: count, saving }) => html`<tr>
                <th scope="row" class="meeting">${committeeName}</th>
                <td class="number">${count}回</td>
                <td class="number">${saving.leavesForAll.toLocaleString()}枚</td>
                <td class="number">${saving.leavesPrinted.toLocaleString()}枚</td>
                <td class="number">${savedRateText(saving)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
}

/** The meetings, each with what it took and would have taken. */
export function meetingsSection(meetings: readonly LedgerMeeting[]) {
  return html`<section aria-labelledby="meetings">
      <h2 id="meetings">会議ごと</h2>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="meetings">
        <table>
          <caption class="visually-hidden">
            会議ごとの紙の枚数
          </caption>
          <thead>
            <tr>
              <th scope="col">開催日</th>
              <th scope="col">会議</th>
              <th scope="col" class="number">委員</th>
              <th scope="col" class="number">全員に配ると</th>
              <th scope="col" class="number">印刷した枚数</th>
              <th scope="col" class="number">ページ数の削減率</th>
            </tr>
          </thead>
          <tbody>
            ${meetings.map(
              ({ id, heldOn, title, committeeName, members, saving }) => html`<tr>
                <td class="date">${japaneseDate(heldOn, { weekday: false })}</td>
                <td class="meeting"><a class="target" href=${paths.officeReplies(id)}>${title}</a><br /><span class="weak">${committeeName}</span></td>
                <td class="number">${members}人</td>
                <td class="number">${saving.leavesForAll.toLocaleString()}枚</td>
                <td class="number">${saving.leavesPrinted.toLocaleString()}枚</td>
                <td class="number">${savedRateText(saving)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
}

/** What people still wish on paper, those first that take most of it. */
export function wishedSection(meetings: readonly LedgerMeeting[]) {
  const papers = wishedPapers(meetings).slice(0, 20);
  return html`<section aria-labelledby="wished">
      <h2 id="wished">紙で希望された資料</h2>
      ${
        papers.length === 0
          ? html`<p class="weak">紙で希望された資料はありません。</p>`
          : html`<div class="scroll" tabindex="0" role="group" aria-labelledby="wished">
              <table>
                <caption class="visually-hidden">
                  紙で希望された資料。枚数の多い順
                </caption>
                <thead>
                  <tr>
                    <th scope="col">資料</th>
                    <th scope="col">会議</th>
                    <th scope="col" class="number">部数</th>
                    <th scope="col" class="number">枚数</th>
                  </tr>
                </thead>
                <tbody>
                  ${papers.map(
                    ({ name, meetingId, meetingTitle, copies, leaves }) => html`<tr>
                      <td>${name}</td>
                      <td class="meeting"><a class="target" href=${paths.officeReplies(meetingId)}>${meetingTitle}</a></td>
                      <td class="number">${copies}部</td>
                      <td class="number">${leaves.toLocaleString()}枚</td>
                    </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
      }
    </section>`;
}
