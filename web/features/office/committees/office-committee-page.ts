import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Committee, Member } from '../../../../contract/committees.ts';
import { sentenceOf } from '../../../client/client-error.ts';
import {
  deleteCommittee,
  deleteMember,
  eraseMember,
  orderMembers,
  readCommittee,
  reinstateMember,
  retireMember,
} from '../../../client/committees.ts';
import { listMeetings } from '../../../client/meetings.ts';
import { navigate, setTitle } from '../../../client/navigation.ts';
import { paths } from '../../../client/paths.ts';
import { readingFace } from '../../../faces/reading-face.ts';
import { confirmAction } from '../../../ui/confirm.ts';
import { icon } from '../../../ui/icons.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { toast } from '../../../ui/toast.ts';
import '../../../ui/ui-empty.ts';
import '../../../ui/ui-menu.ts';
import type { MenuItem } from '../../../ui/ui-menu.ts';
import '../../../ui/ui-page-header.ts';
import { answerOf, askToSignIn } from '../answer.ts';
import { today } from '../dates.ts';
import { focusIfLost } from '../focus.ts';
import { wordsOf } from '../missing.ts';
import '../meeting/office-meeting-form.ts';
import '../office-frame.ts';
import { officeSheet } from '../office-sheet.ts';
import {
  deleteCommitteeQuestion,
  deleteMemberQuestion,
  eraseMemberQuestion,
  retireQuestion,
} from './committee-questions.ts';
import './office-committee-form.ts';
import './office-letter-sentences.ts';
import './office-meetings-by-year.ts';
import './office-member-form.ts';
import './office-members-menu.ts';
import './office-members-table.ts';
import './office-paste-members.ts';
import type { Fired } from '../../../ui/events.ts';
import { proposeTerm } from './term.ts';

type Open = 'contact' | 'sentences' | 'meeting' | 'paste' | 'new-member' | Member | null;

/** One committee: its meetings, its members, whom to phone. */
export class OfficeCommitteePage extends LitElement {
  static override properties = { params: {}, query: {}, open: { state: true } };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  declare private open: Open;
  private readonly committee = answerOf(this, () => readCommittee(Number(this.params.id)));
  private readonly meetings = answerOf(this, async () => (await listMeetings(Number(this.params.id))).meetings);

  constructor() {
    super();
    this.params = {};
    this.open = null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('params')) return;
    this.committee.clear();
    this.meetings.clear();
    void this.committee.load();
    void this.meetings.load();
  }

  override updated(): void {
    if (this.committee.value) setTitle(this.committee.value.name);
  }

  private show(open: Open): () => void {
    return () => {
      this.open = open;
    };
  }

  private readonly shut = this.show(null);

  private saved(sentence: string): void {
    this.open = null;
    toast(sentence);
    void this.committee.load();
  }

  private async retire(member: Member): Promise<void> {
    const { id, name } = member;
    if (await confirmAction(retireQuestion(member)))
      await this.changeMembers(() => retireMember(id), `${name}さんを退任としました。`);
  }

  private async order(committee: Committee, ids: number[]): Promise<void> {
    const place = (member: Member) => (ids.includes(member.id) ? ids.indexOf(member.id) : ids.length);
    this.committee.show({ ...committee, members: committee.members.toSorted((a, b) => place(a) - place(b)) });
    try {
      await orderMembers(committee.id, ids);
    } catch (error) {
      if (!askToSignIn(error)) toast(sentenceOf(error));
      void this.committee.load();
    }
  }

  private async delete(member: Member): Promise<void> {
    const { id, name } = member;
    if (await confirmAction(deleteMemberQuestion(member)))
      await this.changeMembers(() => deleteMember(id), `${name}さんの登録を削除しました。`);
  }

  private async erase(member: Member): Promise<void> {
    const { id, name } = member;
    if (await confirmAction(eraseMemberQuestion(member)))
      await this.changeMembers(() => eraseMember(id), `${name}さんの個人情報を消去しました。`);
  }

  private async deleteCommittee(committee: Committee): Promise<void> {
    if (!(await confirmAction(deleteCommitteeQuestion(committee)))) return;
    try {
      await deleteCommittee(committee.id);
      toast(`${committee.name}を削除しました。`);
      navigate(paths.office, { replace: true });
    } catch (error) {
      if (!askToSignIn(error)) toast(sentenceOf(error));
    }
  }

  private get lastMeeting(): string | undefined {
    return this.meetings.value
      ?.map(({ heldOn }) => heldOn)
      .sort()
      .at(-1);
  }

  private menu(committee: Committee): MenuItem[] {
    const edit = { label: '名前と問い合わせ先を編集', run: this.show('contact') };
    const letter = { label: '開催通知の文を編集', run: this.show('sentences') };
    if (this.meetings.value?.length !== 0) return [edit, letter];
    return [edit, letter, { label: 'この会議体を削除', danger: true, run: () => void this.deleteCommittee(committee) }];
  }

  private async changeMembers(change: () => Promise<unknown>, sentence: string): Promise<void> {
    try {
      await change();
      this.open = null;
      toast(sentence);
      await this.committee.load();
      await this.updateComplete;
      setTimeout(() => focusIfLost(this, 'members'));
    } catch (error) {
      if (!askToSignIn(error)) toast(sentenceOf(error));
    }
  }

  override render() {
    const { value } = this.committee;
    return html`<office-frame current="committees">
        ${readingFace(this.committee, (committee) => this.whole(committee), wordsOf('会議体'))}
      </office-frame>
      ${value ? this.dialog(value) : nothing}`;
  }

  private whole(committee: Committee) {
    return html`
      <ui-page-header heading=${committee.name} back-href=${paths.office} back-label="会議体の一覧">
        <ui-menu label=${committee.name} text="メニュー" .items=${this.menu(committee)}></ui-menu>
      </ui-page-header>
      <section aria-labelledby="meetings">
        <div class="section-head">
          <h2 id="meetings">会議</h2>
          <button class="button primary" @click=${this.show('meeting')}>${icon('plus')}会議を登録</button>
        </div>
        ${this.meetingList()}
      </section>
      <section aria-labelledby="register">
        <div class="section-head">
          <h2 id="register">取組の一覧</h2>
          <a class="target" href=${paths.officeRegister(committee.id)}>目標と実績を見る</a>
        </div>
        <p class="reading">資料から読み取った取組の目標、実績、進捗、効果額を、年度ごとに並べます。読み違いは直せます。</p>
      </section>
      <section aria-labelledby="members">
        <div class="section-head">
          <h2 id="members" tabindex="-1">委員</h2>
          <div class="row">
            <button class="button quiet" @click=${this.show('paste')}>Excelからまとめて追加</button>
            <button class="button quiet" @click=${this.show('new-member')}>${icon('plus')}委員を追加</button>
            <office-members-menu .committee=${committee} @members-changed=${() => void this.committee.load()}></office-members-menu>
          </div>
        </div>
        ${this.memberList(committee)}
      </section>
      <section aria-labelledby="contact">
        <div class="section-head">
          <h2 id="contact">問い合わせ先</h2>
          <button class="button quiet" aria-label="名前と問い合わせ先を編集" @click=${this.show('contact')}>編集</button>
        </div>
        <p>${committee.department}　電話 ${committee.phone}${committee.email ? `　${committee.email}` : ''}</p>
      </section>
    `;
  }

  private meetingList() {
    return readingFace(
      this.meetings,
      (meetings) =>
        meetings.length > 0
          ? html`<office-meetings-by-year .meetings=${meetings}></office-meetings-by-year>`
          : html`<ui-empty heading="会議はまだありません">
              <p>「会議を登録」を押して、日時と協議事項を入力してください。登録すると、資料を置けるようになります。</p>
            </ui-empty>`,
      { failed: '会議を読み込めませんでした', part: true },
    );
  }

  private memberList(committee: Committee) {
    const { members } = committee;
    const present = members.some((member) => member.leftOn === null);
    return html`
      ${
        present
          ? nothing
          : html`<ui-empty heading="委員はまだ登録されていません">
              <p>一人ずつ追加するか、Excelの名簿を貼り付けてまとめて追加してください。登録すると開催通知を印刷できます。</p>
            </ui-empty>`
      }
      <office-members-table
        .members=${members}
        today=${today()}
        @members-ordered=${({ detail }: Fired<'members-ordered'>) => void this.order(committee, detail)}
        @member-edit=${({ detail }: Fired<'member-edit'>) => {
          this.open = detail;
        }}
        @member-retire=${({ detail }: Fired<'member-retire'>) => void this.retire(detail)}
        @member-delete=${({ detail }: Fired<'member-delete'>) => void this.delete(detail)}
        @member-erase=${({ detail }: Fired<'member-erase'>) => void this.erase(detail)}
        @member-reinstate=${({ detail: { id, name } }: Fired<'member-reinstate'>) =>
          void this.changeMembers(() => reinstateMember(id), `${name}さんの退任を元に戻しました。`)}
      ></office-members-table>
    `;
  }

  private dialog(committee: Committee) {
    const { open } = this;
    const present = committee.members.filter(({ leftOn }) => leftOn === null);
    const term = proposeTerm(committee.members, today(), this.lastMeeting);
    if (open === null) return nothing;
    if (open === 'contact')
      return html`<office-committee-form
        .committee=${committee}
        @committee-saved=${() => this.saved('保存しました。')}
        @dialog-closed=${this.shut}
      ></office-committee-form>`;
    if (open === 'sentences')
      return html`<office-letter-sentences
        .committee=${committee}
        @sentences-saved=${() => this.saved('開催通知の文を保存しました。')}
        @dialog-closed=${this.shut}
      ></office-letter-sentences>`;
    if (open === 'meeting')
      return html`<office-meeting-form
        .committeeId=${committee.id}
        .committeeName=${committee.name}
        .meetings=${this.meetings.value}
        @meeting-saved=${(event: Fired<'meeting-saved'>) => navigate(paths.officeMeeting(event.detail))}
        @dialog-closed=${this.shut}
      ></office-meeting-form>`;
    if (open === 'paste')
      return html`<office-paste-members
        .committeeId=${committee.id}
        .term=${term}
        .present=${present}
        @members-added=${({ detail }: Fired<'members-added'>) => this.saved(`${detail}人を登録しました。`)}
        @dialog-closed=${this.shut}
      ></office-paste-members>`;
    return html`<office-member-form
      .committeeId=${committee.id}
      .member=${open === 'new-member' ? null : open}
      .term=${term}
      @member-saved=${(event: Fired<'member-saved'>) => this.saved(`${event.detail}さんの登録内容を保存しました。`)}
      @dialog-closed=${this.shut}
    ></office-member-form>`;
  }

  static override styles = [baseSheet, pageSheet, officeSheet];
}
customElements.define('office-committee-page', OfficeCommitteePage);
