import { css, html, LitElement, nothing } from 'lit';
import type { Lack, LetterWords, NoticeRow } from '../../../../contract/notices.ts';
import { sentenceOf } from '../../../client/client-error.ts';
import { drawSpecimen } from '../../../client/notices.ts';
import { icon } from '../../../ui/icons.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import '../../../ui/ui-dialog.ts';
import '../../../ui/ui-loading.ts';
import '../../../ui/ui-notice.ts';
import { fire } from '../../../ui/events.ts';
import { askToSignIn } from '../answer.ts';
import { lackSentences } from './letter-lacks.ts';

/** Letters about to be printed: for whom, with which words, and whether the earlier ones become void. */
export interface Printing {
  readonly rows: readonly NoticeRow[];
  readonly words: LetterWords;
  readonly revokeEarlier: boolean;
}

/**
 * Shows the first of the letters as it will be printed and says what is missing on it, before anything is issued.
 * @fires printing-agreed @fires dialog-closed
 */
export class OfficePrintDialog extends LitElement {
  static override properties = {
    meetingId: { type: Number },
    printing: { attribute: false },
    lacks: { attribute: false },
    picture: { state: true },
    refusal: { state: true },
  };
  declare meetingId: number;
  declare printing: Printing;
  declare lacks: readonly Lack[];
  /** The address of the drawn letter; '' while it is drawn. */
  declare private picture: string;
  declare private refusal: string;

  constructor() {
    super();
    this.lacks = [];
    this.picture = '';
    this.refusal = '';
  }

  override firstUpdated(): void {
    void this.renderRoot.querySelector('ui-dialog')?.show();
    void this.draw();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.picture) URL.revokeObjectURL(this.picture);
  }

  private async draw(): Promise<void> {
    const { rows, words } = this.printing;
    try {
      this.picture = URL.createObjectURL(await drawSpecimen(this.meetingId, { ...words, memberId: rows[0]!.memberId }));
    } catch (error) {
      if (!askToSignIn(error)) this.refusal = sentenceOf(error);
    }
  }

  private answer(type: 'printing-agreed' | 'dialog-closed'): () => void {
    return () => {
      this.renderRoot.querySelector('ui-dialog')?.close();
      fire(this, type);
    };
  }

  override render() {
    const { rows } = this.printing;
    const blocked = this.picture === '';
    return html`<ui-dialog heading=${this.heading} wide>
      ${this.printing.revokeEarlier ? html`<p>${rows[0]?.name}さんにこれまでお送りしたこの会議の通知は、すべて使えなくなります。</p>` : nothing}
      ${this.warnings()} ${this.specimen()}
      <button slot="actions" class="button" @click=${this.answer('dialog-closed')}>やめる</button>
      <button
        slot="actions"
        class="button primary"
        aria-disabled=${blocked ? 'true' : 'false'}
        @click=${blocked ? undefined : this.answer('printing-agreed')}
      >
        ${icon('print')}この内容で${rows.length}通を印刷する
      </button>
    </ui-dialog>`;
  }

  private get heading(): string {
    const { rows, revokeEarlier } = this.printing;
    if (revokeEarlier) return `${rows[0]?.name}さんの通知を再発行しますか`;
    return rows.length === 1 ? `${rows[0]?.name}さんの通知を印刷しますか` : `通知${rows.length}通を印刷しますか`;
  }

  private warnings() {
    const sentences = lackSentences(this.lacks, this.printing.rows);
    if (sentences.length === 0) return nothing;
    return html`<ui-notice kind="warning" heading="印刷する前に確かめてください">
      <ul>
        ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
    </ui-notice>`;
  }

  private specimen() {
    if (this.refusal)
      return html`<ui-notice kind="error" heading="このままでは印刷できません">${this.refusal}</ui-notice>`;
    if (!this.picture) return html`<ui-loading label="見本を作っています…"></ui-loading>`;
    const name = this.printing.rows[0]?.name;
    return html`<figure>
      <figcaption>${name}さんの通知の見本です。二次元コードとコードは、印刷するときに一人ずつ作ります。</figcaption>
      <div class="paper" tabindex="0" role="group" aria-label="見本"><img src=${this.picture} alt="${name}さんあての開催通知。Ａ４、1枚。" /></div>
    </figure>`;
  }

  static override styles = [
    baseSheet,
    css`
      figure {
        display: grid;
        gap: 0.5rem;
        margin: 0;
      }
      .paper {
        max-height: max(12rem, 100dvh - 24rem);
        padding: 1rem;
        overflow: auto;
        background: var(--color-stage);
      }
      img {
        display: block;
        width: 100%;
        min-width: 32rem;
        max-width: 48rem;
        margin: 0 auto;
        background: var(--color-neutral-white);
        box-shadow: 0 0 0 1px var(--color-line-weak);
      }
      ul {
        padding-left: 1.25rem;
        list-style: disc;
      }
    `,
  ];
}
customElements.define('office-print-dialog', OfficePrintDialog);

declare global {
  interface PortalEvents {
    'printing-agreed': null;
  }
  interface HTMLElementTagNameMap {
    'office-print-dialog': OfficePrintDialog;
  }
}
