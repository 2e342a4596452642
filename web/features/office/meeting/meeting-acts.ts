import type { ReactiveControllerHost } from 'lit';
import type { DocumentSummary, RevisionState } from '../../../../contract/documents.ts';
import type { Meeting } from '../../../../contract/meetings.ts';
import { documentName, versionName } from '../../../../domain/meetings/document.ts';
import { sentenceOf } from '../../../client/client-error.ts';
import { restoreDocument, takeBackRevision, takeOtherName, withdrawDocument } from '../../../client/documents.ts';
import {
  acceptNames,
  cancelPublication,
  changeDocumentOrder,
  deleteMeeting,
  planPublication,
  publishMeeting,
  withdrawMeeting,
} from '../../../client/meetings.ts';
import { navigate } from '../../../client/navigation.ts';
import { paths } from '../../../client/paths.ts';
import { announce } from '../../../ui/announce.ts';
import { confirmAction } from '../../../ui/confirm.ts';
import { toast } from '../../../ui/toast.ts';
import { askToSignIn } from '../answer.ts';
import { isProposed } from './proposed-name.ts';
import {
  deleteMeetingQuestion,
  publishQuestion,
  takeBackQuestion,
  withdrawDocumentQuestion,
  withdrawQuestion,
} from './publication-questions.ts';

interface Around {
  /** Reads everything of the meeting again. */
  readonly load: () => Promise<unknown>;
  /** Puts the keyboard back into the list of documents. */
  readonly keepFocus: () => Promise<void>;
}

/** What an official does with a meeting: asks where something is lost, says what was done, keeps why it was refused. */
export class MeetingActs {
  refusal = '';
  publishing = false;
  private readonly host: ReactiveControllerHost;
  private readonly around: Around;

  constructor(host: ReactiveControllerHost, around: Around) {
    this.host = host;
    this.around = around;
  }

  /** Does it, reads the meeting again, and says why where it was refused. */
  async attempt(action: () => Promise<unknown>): Promise<boolean> {
    this.refusal = '';
    try {
      await action();
      await this.around.load();
      return true;
    } catch (error) {
      if (!askToSignIn(error)) this.refusal = sentenceOf(error);
      return false;
    } finally {
      this.host.requestUpdate();
    }
  }

  async publish(meeting: Meeting): Promise<void> {
    if (!(await confirmAction(publishQuestion(meeting)))) return;
    this.publishing = true;
    this.host.requestUpdate();
    if (await this.attempt(() => publishMeeting(meeting.id))) toast('公開しました。委員が見られます。');
    this.publishing = false;
    this.host.requestUpdate();
  }

  async cancelPlan(meeting: Meeting): Promise<void> {
    const { id, plan } = meeting;
    if (!(await this.attempt(() => cancelPublication(id))) || !plan) return;
    const again = plan.failure === null ? () => void this.attempt(() => planPublication(id, plan.at)) : undefined;
    toast('公開の予約を取りやめました。', again);
  }

  async withdraw(meeting: Meeting): Promise<void> {
    if (!(await confirmAction(withdrawQuestion(meeting)))) return;
    if (await this.attempt(() => withdrawMeeting(meeting.id))) toast('公開を取りやめました。');
  }

  async delete(meeting: Meeting): Promise<void> {
    if (!(await confirmAction(deleteMeetingQuestion(meeting)))) return;
    try {
      await deleteMeeting(meeting.id);
      toast(`${meeting.title}を削除しました。`);
      navigate(paths.officeCommittee(meeting.committee.id), { replace: true });
    } catch (error) {
      if (!askToSignIn(error)) this.refusal = sentenceOf(error);
      this.host.requestUpdate();
    }
  }

  async withdrawDocument(document: DocumentSummary, meeting: Meeting): Promise<void> {
    const name = documentName(document);
    const { published, number } = document.revision;
    // behind a version that is not published yet stands one that members may see
    const seen = meeting.publishedAt !== null && (published || number > 1);
    if (seen && !(await confirmAction(withdrawDocumentQuestion(document, name)))) return;
    if (!(await this.attempt(() => withdrawDocument(document.id)))) return;
    toast(`${name}を取り下げました。委員にも見えません。`, () => void this.restore({ id: document.id, name }));
    await this.around.keepFocus();
  }

  /** What it was called before is the other proposal then, and a tap away. */
  async takeOtherName({ id, edition, otherName }: DocumentSummary): Promise<void> {
    if (!otherName || !(await this.attempt(() => takeOtherName(id, edition)))) return;
    const undo = () => void this.attempt(() => takeOtherName(id, edition + 1));
    toast(`番号と題名を「${documentName(otherName)}」にしました。`, undo);
    await this.around.keepFocus();
  }

  async acceptNames({ id, documents }: Meeting): Promise<void> {
    const proposed = documents.filter(isProposed).map((document) => document.id);
    if (!(await this.attempt(() => acceptNames(id, proposed)))) return;
    toast(`${proposed.length}件の番号と題名を決めました。あとからも「編集」で直せます。`);
    await this.around.keepFocus();
  }

  async reorder({ id, documents: before }: Meeting, documents: readonly DocumentSummary[], sentence: string) {
    const order = (list: readonly DocumentSummary[]) =>
      this.attempt(() =>
        changeDocumentOrder(
          id,
          list.map((document) => document.id),
        ),
      );
    if (await order(documents)) toast(sentence, () => void order(before));
  }

  /** `others` are the document's other versions, newest first. */
  async takeBack(revision: RevisionState, name: string, others: readonly RevisionState[]): Promise<void> {
    if (!(await confirmAction(takeBackQuestion(revision, name, others)))) return;
    if (!(await this.attempt(() => takeBackRevision(revision.id)))) return;
    toast(`${name}の${versionName(revision)}を取り消しました。だれも見られません。`);
    await this.around.keepFocus();
  }

  async restore({ id, name }: { id: number; name: string }): Promise<void> {
    if (!(await this.attempt(() => restoreDocument(id)))) return;
    announce(`${name}を元に戻しました。`);
    await this.around.keepFocus();
  }
}
