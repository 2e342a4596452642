import { css, html, LitElement, nothing } from 'lit';
import type { Ledger, LedgerMeeting, LedgerQuery } from '../../../../contract/ledger.ts';
import { fiscalYearLabel } from '../../../../domain/japanese/fiscal-year.ts';
import { savedRate, savedRateText, savingsByYear, sumOfSavings } from '../../../../domain/meetings/paper-saving.ts';
import { readLedger } from '../../../client/ledger.ts';
import { noteAddress, setTitle } from '../../../client/navigation.ts';
import { files, paths } from '../../../client/paths.ts';
import { readSession } from '../../../client/sessions.ts';
import { readingFace } from '../../../faces/reading-face.ts';
import { announce } from '../../../ui/announce.ts';
import { icon } from '../../../ui/icons.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { toast } from '../../../ui/toast.ts';
import '../../../ui/ui-empty.ts';
import '../../../ui/ui-page-header.ts';
import '../../../ui/ui-select.ts';
import { answerOf } from '../answer.ts';
import '../office-frame.ts';
import { officeSheet } from '../office-sheet.ts';
import './office-ledger-settings.ts';
import { committeesSection, meetingsSection, wishedSection, yearsTable } from './ledger-tables.ts';
import './saving-chart.ts';

/** 紙の削減: the paper that was not printed, by meeting and fiscal year. */
export class OfficeLedgerPage extends LitElement {
  static override properties = {
    params: {},
    query: {},
    narrowed: { state: true },
    administrator: { state: true },
    setting: { state: true },
  };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  declare private narrowed: LedgerQuery;
  declare private administrator: boolean;
  declare private setting: boolean;
  private readonly ledger = answerOf(this, () => readLedger());

  constructor() {
    super();
    this.params = {};
    this.narrowed = {};
    this.administrator = false;
    this.setting = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    setTitle('紙の削減');
    const number = (name: string) => Number(this.query.get(name)) || undefined;
    const [committee, year] = [number('committee'), number('year')];
    this.narrowed = { ...(committee && { committee }), ...(year && { year }) };
    void this.ledger.load();
    readSession().then(
      ({ official }) => {
        this.administrator = official?.role === 'administrator';
      },
      () => undefined,
    );
  }

  private narrow(event: Event): void {
    const { name, value } = event.target as HTMLElementTagNameMap['ui-select'];
    const { [name as keyof LedgerQuery]: _, ...rest } = this.narrowed;
    this.narrowed = value === '' ? rest : { ...rest, [name]: Number(value) };
    noteAddress(paths.officeLedger(this.narrowed));
    announce(`会議${this.shown(this.ledger.value?.meetings ?? []).length}回に絞りました。`);
  }

  private shown(meetings: readonly LedgerMeeting[]): LedgerMeeting[] {
    const { committee, year } = this.narrowed;
    return meetings.filter(
      ({ committeeId, fiscalYear }) =>
        (committee ?? committeeId) === committeeId && (year ?? fiscalYear) === fiscalYear,
    );
  }

  override render() {
    return html`<office-frame current="ledger">
        <ui-page-header heading="紙の削減">
          ${
            this.administrator && this.ledger.value
              ? html`<button class="button" @click=${() => (this.setting = true)}>目標と数え方</button>`
              : nothing
          }
        </ui-page-header>
        ${readingFace(this.ledger, (ledger) => this.whole(ledger), { failed: '紙の削減を読み込めませんでした', part: true })}
      </office-frame>
      ${this.setting && this.ledger.value ? this.settings(this.ledger.value) : nothing}`;
  }

  private settings({ settings }: Ledger) {
    return html`<office-ledger-settings
      .settings=${settings}
      @settings-saved=${() => {
        this.setting = false;
        toast('保存しました。');
        void this.ledger.load();
      }}
      @dialog-closed=${() => {
        this.setting = false;
      }}
    ></office-ledger-settings>`;
  }

  private whole(ledger: Ledger) {
    if (ledger.meetings.length === 0)
      return html`<ui-empty heading="開いた会議はまだありません">
        <p>公開した会議の開催日が来ると、減らせた紙の枚数がここに並びます。</p>
        <a class="button primary" href=${paths.office}>会議体の一覧へ</a>
      </ui-empty>`;
    const meetings = this.shown(ledger.meetings);
    return html`${this.filters(ledger.meetings)}
      ${
        meetings.length === 0
          ? html`<ui-empty heading="あてはまる会議がありません"><p>年度か会議体を選び直してください。</p></ui-empty>`
          : html`${this.total(ledger, meetings)} ${this.years(ledger.meetings)} ${committeesSection(meetings)} ${meetingsSection(meetings)} ${wishedSection(meetings)}`
      }`;
  }

  private filters(meetings: readonly LedgerMeeting[]) {
    const years = savingsByYear(meetings).reverse();
    const committees = new Map(meetings.map(({ committeeId, committeeName }) => [committeeId, committeeName]));
    return html`<div class="pair no-print" @change=${this.narrow}>
      <ui-select
        label="年度"
        name="year"
        .value=${String(this.narrowed.year ?? '')}
        .choices=${[
          { value: '', label: 'すべての年度' },
          ...years.map(({ fiscalYear }) => ({ value: String(fiscalYear), label: fiscalYearLabel(fiscalYear) })),
        ]}
      ></ui-select>
      <ui-select
        label="会議体"
        name="committee"
        .value=${String(this.narrowed.committee ?? '')}
        .choices=${[
          { value: '', label: 'すべての会議体' },
          ...[...committees].map(([id, name]) => ({ value: String(id), label: name })),
        ]}
      ></ui-select>
    </div>`;
  }

  private total({ settings }: Ledger, meetings: readonly LedgerMeeting[]) {
    const saving = sumOfSavings(meetings.map((meeting) => meeting.saving));
    const rate = savedRate(saving);
    const reached = rate !== null && settings.target !== null && rate * 100 >= settings.target;
    return html`<section aria-labelledby="total">
      <h2 id="total">減らせた紙</h2>
      <dl class="total">
        <div>
          <dt>会議資料の総ページ数</dt>
          <dd><strong>${savedRateText(saving)}減</strong></dd>
          <dd class="weak">${this.target(settings.target, reached)}</dd>
        </div>
        <div>
          <dt>減らせた枚数</dt>
          <dd><strong>${(saving.leavesForAll - saving.leavesPrinted).toLocaleString()}枚</strong></dd>
          <dd class="weak">全員に配ると${saving.leavesForAll.toLocaleString()}枚、印刷したのは${saving.leavesPrinted.toLocaleString()}枚</dd>
        </div>
        <div>
          <dt>減らせたページ数</dt>
          <dd><strong>${(saving.pagesForAll - saving.pagesPrinted).toLocaleString()}ページ</strong></dd>
          <dd class="weak">会議${meetings.length}回の合計</dd>
        </div>
      </dl>
      <p class="weak">
        ${settings.duplex ? '両面' : '片面'}・１面に${settings.pagesPerSide}ページで数えています。部数は、紙を希望した委員の人数です。
      </p>
      <p class="row no-print">
        <a class="button" href=${files.ledgerReport(this.narrowed)} target="_blank">${icon('print')}報告書（PDF）を作る</a>
        <a class="button" href=${files.ledger(this.narrowed)}>${icon('download')}会議ごとのCSV</a>
        <a class="button" href=${files.ledger({ ...this.narrowed, by: 'document' })}>${icon('download')}資料ごとのCSV</a>
      </p>
    </section>`;
  }

  private target(target: number | null, reached: boolean): string {
    if (target === null) return '目標はまだ決めていません';
    return `目標${target}％減　${reached ? '達成しています' : '届いていません'}`;
  }

  private years(meetings: readonly LedgerMeeting[]) {
    const { committee } = this.narrowed;
    const years = savingsByYear(meetings.filter(({ committeeId }) => (committee ?? committeeId) === committeeId));
    return html`<section aria-labelledby="years">
      <h2 id="years">年度ごと</h2>
      <div class="years">
        <saving-chart .years=${years}></saving-chart>
        <div class="scroll" tabindex="0" role="group" aria-labelledby="years">
          ${yearsTable(years)}
        </div>
      </div>
    </section>`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    css`
      .total {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
        gap: 1rem 2rem;
        margin: 0 0 1rem;
      }
      .total dt {
        color: var(--color-text-weak);
      }
      .total dd {
        margin: 0;
      }
      .total strong {
        font-size: 1.75rem;
      }
      .years {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: 1.5rem 2.5rem;
        align-items: start;
      }
      .date {
        white-space: nowrap;
      }
      .meeting {
        min-width: 8rem;
      }
      section > .row {
        margin-top: 1rem;
      }
      @container (max-width: 64rem) {
        .years {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
}
customElements.define('office-ledger-page', OfficeLedgerPage);
