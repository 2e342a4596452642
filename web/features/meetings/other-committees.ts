import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { OtherCommittee } from '../../../contract/sessions.ts';
import { sentenceOf } from '../../client/client-error.ts';
import { navigate } from '../../client/navigation.ts';
import { paths } from '../../client/paths.ts';
import { forgetCommittee, listOtherCommittees, switchCommittee } from '../../client/sessions.ts';
import { announce } from '../../ui/announce.ts';
import { confirmAction } from '../../ui/confirm.ts';
import { icon } from '../../ui/icons.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { toast } from '../../ui/toast.ts';

/** 「ほかの会議」: for a member of several committees, those whose letters were opened on this device. Nothing where there is none. */
export class OtherCommittees extends LitElement {
  static override properties = { meetingId: { type: Number }, committees: { state: true } };
  /** The meeting that is shown: with another one the list may be another. */
  declare meetingId: number;
  declare private committees: readonly OtherCommittee[];

  constructor() {
    super();
    this.committees = [];
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('meetingId')) void this.load();
  }

  private async load(): Promise<void> {
    // What is missing here keeps nobody from the meeting.
    const answer = await listOtherCommittees().catch(() => null);
    if (answer) this.committees = answer.committees;
  }

  private async choose({ committeeId }: OtherCommittee): Promise<void> {
    try {
      navigate(paths.meeting(await switchCommittee(committeeId)));
    } catch (error) {
      toast(sentenceOf(error));
      await this.load();
    }
  }

  private async forget({ committeeId, committeeName }: OtherCommittee): Promise<void> {
    const agreed = await confirmAction({
      heading: `${committeeName}をこの端末から消しますか`,
      text: 'もう一度見るときは、その会議の開催通知の二次元コードか8文字のコードをお使いください。',
      action: '消す',
    });
    if (!agreed) return;
    try {
      await forgetCommittee(committeeId);
      announce(`${committeeName}をこの端末から消しました。`);
    } catch (error) {
      toast(sentenceOf(error));
    }
    await this.load();
  }

  override render() {
    if (this.committees.length === 0) return nothing;
    return html`<section aria-labelledby="heading">
      <h2 id="heading">ほかの会議</h2>
      <p>この端末で通知を開いた会議です。</p>
      <ul>
        ${this.committees.map((one) => this.row(one))}
      </ul>
    </section>`;
  }

  private row(one: OtherCommittee) {
    return html`<li>
      <button class="button quiet name" @click=${() => void this.choose(one)}>${one.committeeName}を見る${icon('forward')}</button>
      <button class="button quiet" aria-label="${one.committeeName}をこの端末から消す" @click=${() => void this.forget(one)}>
        この端末から消す
      </button>
    </li>`;
  }

  static override styles = [
    baseSheet,
    css`
      :host {
        display: block;
      }
      section {
        margin-top: 2.5rem;
      }
      ul {
        margin-top: 0.5rem;
        border-top: 1px solid var(--color-line-weak);
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0 1rem;
        padding-block: 0.25rem;
        border-bottom: 1px solid var(--color-line-weak);
      }
      .button.quiet {
        padding-inline: 0;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];
}
customElements.define('other-committees', OtherCommittees);

declare global {
  interface HTMLElementTagNameMap {
    'other-committees': OtherCommittees;
  }
}
