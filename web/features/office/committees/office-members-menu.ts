import { html, LitElement, nothing } from 'lit';
import type { Committee } from '../../../../contract/committees.ts';
import { sentenceOf } from '../../../client/client-error.ts';
import { undoReappointment, writeMemberTable } from '../../../client/committees.ts';
import { toast } from '../../../ui/toast.ts';
import '../../../ui/ui-menu.ts';
import type { MenuItem } from '../../../ui/ui-menu.ts';
import { askToSignIn } from '../answer.ts';
import './office-reappoint-form.ts';
import { type Fired, fire } from '../../../ui/events.ts';

/** What can be done with all members of a committee at once. @fires members-changed once the portal holds them otherwise. */
export class OfficeMembersMenu extends LitElement {
  static override properties = { committee: { attribute: false }, reappointing: { state: true } };
  declare committee: Committee;
  declare private reappointing: boolean;

  constructor() {
    super();
    this.reappointing = false;
  }

  private get present() {
    return this.committee.members.filter(({ leftOn }) => leftOn === null);
  }

  private async write(encoding: 'utf-8' | 'shift_jis'): Promise<void> {
    try {
      const url = URL.createObjectURL(await writeMemberTable(this.committee.id, encoding));
      const link = document.createElement('a');
      link.href = url;
      // Windows allows none of these in a file's name
      link.download = `委員名簿_${this.committee.name}.csv`.replace(/[\\/:*?"<>|]/g, '＿');
      link.click();
      URL.revokeObjectURL(url);
    } catch (error) {
      if (!askToSignIn(error)) toast(sentenceOf(error));
    }
  }

  /** The page reads its members again. */
  private tell(sentence: string, undo?: () => void): void {
    toast(sentence, undo);
    fire(this, 'members-changed');
  }

  private async undo(): Promise<void> {
    try {
      await undoReappointment(this.committee.id);
      this.tell('再任を取り消し、任期を前に戻しました。');
    } catch (error) {
      if (!askToSignIn(error)) toast(sentenceOf(error));
    }
  }

  private items(): MenuItem[] {
    return [
      {
        label: '次の任期に再任',
        run: () => {
          this.reappointing = true;
        },
      },
      { label: '名簿をCSVで保存（UTF-8）', run: () => void this.write('utf-8') },
      { label: '名簿をCSVで保存（Shift_JIS、以前のExcel用）', run: () => void this.write('shift_jis') },
    ];
  }

  override render() {
    if (this.present.length === 0) return nothing;
    return html`<ui-menu label="委員全員" .items=${this.items()}></ui-menu>
      ${
        this.reappointing
          ? html`<office-reappoint-form
              .committeeId=${this.committee.id}
              .members=${this.present}
              @members-reappointed=${({ detail }: Fired<'members-reappointed'>) => {
                this.reappointing = false;
                this.tell(`${detail}人を再任しました。`, () => void this.undo());
              }}
              @dialog-closed=${() => {
                this.reappointing = false;
              }}
            ></office-reappoint-form>`
          : nothing
      }`;
  }
}
customElements.define('office-members-menu', OfficeMembersMenu);

declare global {
  interface PortalEvents {
    'members-changed': null;
  }
  interface HTMLElementTagNameMap {
    'office-members-menu': OfficeMembersMenu;
  }
}
