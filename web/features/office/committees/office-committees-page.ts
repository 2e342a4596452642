import { html, LitElement, nothing } from 'lit';
import type { CommitteeSummary } from '../../../../contract/committees.ts';
import { japaneseDate } from '../../../../domain/japanese/date.ts';
import { listCommittees } from '../../../client/committees.ts';
import { navigate, setTitle } from '../../../client/navigation.ts';
import { paths } from '../../../client/paths.ts';
import { readSession } from '../../../client/sessions.ts';
import { readingFace } from '../../../faces/reading-face.ts';
import { icon } from '../../../ui/icons.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { toast } from '../../../ui/toast.ts';
import '../../../ui/ui-empty.ts';
import '../../../ui/ui-page-header.ts';
import { answerOf } from '../answer.ts';
import '../office-frame.ts';
import { officeSheet } from '../office-sheet.ts';
import './office-committee-form.ts';
import type { Fired } from '../../../ui/events.ts';

/** The committees this official works on. */
export class OfficeCommitteesPage extends LitElement {
  static override properties = {
    params: {},
    query: {},
    administrator: { state: true },
    adding: { state: true },
  };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  declare private administrator: boolean;
  declare private adding: boolean;
  private readonly committees = answerOf(this, async () => (await listCommittees()).committees);

  constructor() {
    super();
    this.params = {};
    this.administrator = false;
    this.adding = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    setTitle('会議体');
    void this.committees.load();
    readSession().then(
      ({ official }) => {
        this.administrator = official?.role === 'administrator';
      },
      () => undefined,
    );
  }

  private onSaved(event: Fired<'committee-saved'>): void {
    this.adding = false;
    toast('会議体を登録しました。続けて委員を登録してください。');
    navigate(paths.officeCommittee(event.detail));
  }

  override render() {
    return html`<office-frame current="committees">
        <ui-page-header heading="会議体">${this.administrator && this.committees.value?.length ? this.addButton() : nothing}</ui-page-header>
        ${this.content()}
      </office-frame>
      ${
        this.adding
          ? html`<office-committee-form
              @committee-saved=${this.onSaved}
              @dialog-closed=${() => {
                this.adding = false;
              }}
            ></office-committee-form>`
          : nothing
      }`;
  }

  private addButton() {
    return html`<button
      class="button primary"
      @click=${() => {
        this.adding = true;
      }}
    >
      ${icon('plus')}会議体を登録
    </button>`;
  }

  private content() {
    return readingFace(this.committees, (value) => (value.length === 0 ? this.empty() : this.table(value)), {
      failed: '会議体を読み込めませんでした',
      part: true,
    });
  }

  private empty() {
    return html`<ui-empty heading="会議体はまだありません">
      ${
        this.administrator
          ? html`<p>はじめに会議体を登録し、次に委員、会議の順に登録します。</p>
              ${this.addButton()}`
          : html`<p>担当の会議体を割り当ててもらうよう、市の管理者にご相談ください。</p>`
      }
    </ui-empty>`;
  }

  private table(committees: readonly CommitteeSummary[]) {
    return html`<div class="scroll">
      <table class="stacking">
        <caption class="visually-hidden">
          会議体の一覧
        </caption>
        <thead>
          <tr>
            <th scope="col">会議体</th>
            <th scope="col">担当課</th>
            <th scope="col" class="number">委員</th>
            <th scope="col" class="number">会議</th>
            <th scope="col">次の会議</th>
          </tr>
        </thead>
        <tbody>
          ${committees.map((committee) => this.row(committee))}
        </tbody>
      </table>
    </div>`;
  }

  private row(committee: CommitteeSummary) {
    const { nextMeeting } = committee;
    return html`<tr>
      <td><a href=${paths.officeCommittee(committee.id)}><strong>${committee.name}</strong></a></td>
      <td data-label="担当課">${committee.department}</td>
      <td class="number" data-label="委員">${committee.memberCount}人</td>
      <td class="number" data-label="会議">${committee.meetingCount}回</td>
      <td data-label="次の会議">
        ${
          nextMeeting
            ? html`<a href=${paths.officeMeeting(nextMeeting.id)}>${japaneseDate(nextMeeting.heldOn)}　${nextMeeting.title}</a>`
            : html`<span class="weak">予定はありません</span>`
        }
      </td>
    </tr>`;
  }

  static override styles = [baseSheet, pageSheet, officeSheet];
}
customElements.define('office-committees-page', OfficeCommitteesPage);
