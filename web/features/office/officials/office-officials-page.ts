import { css, html, LitElement, nothing } from 'lit';
import type { CommitteeSummary } from '../../../../contract/committees.ts';
import type { Invitation, OfficialAccount } from '../../../../contract/officials.ts';
import { sentenceOf } from '../../../client/client-error.ts';
import { listCommittees } from '../../../client/committees.ts';
import { setTitle } from '../../../client/navigation.ts';
import { listOfficials, reinstateOfficial, resetOfficial, stopOfficial } from '../../../client/officials.ts';
import { paths } from '../../../client/paths.ts';
import { readSession } from '../../../client/sessions.ts';
import { readingFace } from '../../../faces/reading-face.ts';
import { confirmAction } from '../../../ui/confirm.ts';
import { icon } from '../../../ui/icons.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { toast } from '../../../ui/toast.ts';
import '../../../ui/ui-page-header.ts';
import { answerOf, askToSignIn } from '../answer.ts';
import { administratorsWords } from '../missing.ts';
import '../office-frame.ts';
import { officeSheet } from '../office-sheet.ts';
import './office-invitation-dialog.ts';
import './office-official-form.ts';
import './office-officials-table.ts';
import type { Fired } from '../../../ui/events.ts';
import { resetQuestion, stopQuestion } from './official-questions.ts';

interface Read {
  readonly officials: readonly OfficialAccount[];
  readonly committees: readonly CommitteeSummary[];
  readonly ownId: number;
}

/** Who works in the portal, for administrators: inviting, giving committees, stopping, resetting. */
export class OfficeOfficialsPage extends LitElement {
  static override properties = {
    params: {},
    query: {},
    editing: { state: true },
    invitation: { state: true },
    busy: { state: true },
  };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  declare private editing: OfficialAccount | 'new' | null;
  declare private invitation: { readonly of: string; readonly it: Invitation } | null;
  declare private busy: boolean;

  private readonly read = answerOf<Read>(this, async () => {
    const [officials, { committees }, { official }] = await Promise.all([
      listOfficials(),
      listCommittees(),
      readSession(),
    ]);
    return { officials, committees, ownId: official?.id ?? 0 };
  });

  constructor() {
    super();
    this.params = {};
    this.editing = null;
    this.invitation = null;
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    setTitle('職員');
    void this.read.load();
  }

  private readonly onAct = ({ detail: { act, official } }: Fired<'official-act'>): void => {
    if (act === 'edit') this.editing = official;
    else if (act === 'reset') void this.reset(official);
    else if (act === 'stop') void this.stop(official);
    else
      void this.change(async () => {
        await reinstateOfficial(official.id);
        toast(`${official.name}さんの利用を再開しました。`);
      });
  };

  private async reset(official: OfficialAccount): Promise<void> {
    if (!(await confirmAction(resetQuestion(official)))) return;
    await this.change(async () => {
      this.invitation = { of: official.name, it: await resetOfficial(official.id) };
    });
  }

  private async stop(official: OfficialAccount): Promise<void> {
    if (!(await confirmAction(stopQuestion(official)))) return;
    await this.change(async () => {
      await stopOfficial(official.id);
      toast(`${official.name}さんの利用を止めました。`);
    });
  }

  private async change(act: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await act();
      await this.read.load();
    } catch (error) {
      if (!askToSignIn(error)) toast(sentenceOf(error));
    } finally {
      this.busy = false;
    }
  }

  private readonly onSaved = ({ detail: { name, invitation } }: Fired<'official-saved'>): void => {
    this.editing = null;
    this.invitation = invitation && { of: name, it: invitation };
    if (!invitation) toast(`${name}さんの登録内容を保存しました。`);
    void this.read.load();
  };

  override render() {
    return html`<office-frame current="officials" class=${this.invitation ? 'aside' : ''}>
        <ui-page-header heading="職員" back-href=${paths.office} back-label="会議体の一覧">
          <button
            class="button primary"
            @click=${() => {
              this.editing = 'new';
            }}
          >
            ${icon('plus')}職員を招待
          </button>
        </ui-page-header>
        ${readingFace(this.read, (read) => this.content(read), administratorsWords('職員の一覧を開けませんでした'))}
      </office-frame>
      ${this.read.value && this.editing ? this.form(this.read.value, this.editing) : nothing}
      ${
        this.invitation
          ? html`<office-invitation-dialog
              name=${this.invitation.of}
              .invitation=${this.invitation.it}
              @dialog-closed=${() => {
                this.invitation = null;
              }}
            ></office-invitation-dialog>`
          : nothing
      }`;
  }

  private content({ officials, committees, ownId }: Read) {
    return html`<office-officials-table
      .officials=${officials}
      .committees=${committees}
      .ownId=${ownId}
      @official-act=${this.onAct}
    ></office-officials-table>`;
  }

  private form({ committees }: Read, editing: OfficialAccount | 'new') {
    return html`<office-official-form
      .official=${editing === 'new' ? null : editing}
      .committees=${committees}
      @official-saved=${this.onSaved}
      @dialog-closed=${() => {
        this.editing = null;
      }}
    ></office-official-form>`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    css`
      @media print {
        /* what is printed is the invitation alone */
        .aside {
          display: none;
        }
      }
    `,
  ];
}
customElements.define('office-officials-page', OfficeOfficialsPage);
