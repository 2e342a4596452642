import { css, html, LitElement, nothing } from 'lit';
import type { Committee, LetterSentences } from '../../../../contract/committees.ts';
import { fillSentence, letterFields, unknownFields, usualBody } from '../../../../domain/meetings/letter-sentences.ts';
import { ClientError } from '../../../client/client-error.ts';
import { readCommittee, saveSentences } from '../../../client/committees.ts';
import { Submission } from '../../../client/submission.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-field.ts';
import '../../../ui/ui-form-dialog.ts';
import { askToSignIn } from '../answer.ts';
import '../office-concurrent-changes.ts';
import { fire } from '../../../ui/events.ts';
import type { ShownChange } from '../office-concurrent-changes.ts';
import { officeSheet } from '../office-sheet.ts';
import { takeStored } from '../take-stored.ts';

type Sentences = Omit<LetterSentences, 'edition'>;

const fieldNames = { greeting: '前文', body: '本文' };
/** As the fields show them. */
const heldOf = ({ greeting, body }: Sentences) => ({ greeting, body: body.trim() || usualBody });

/**
 * The sentences of a committee's letters, with how they will read.
 * @fires sentences-saved. @fires dialog-closed when left without saving.
 */
export class OfficeLetterSentences extends LitElement {
  static override properties = {
    committee: { attribute: false },
    greeting: { state: true },
    body: { state: true },
    others: { state: true },
  };
  declare committee: Committee;
  declare private greeting: string;
  declare private body: string;
  /** What another official stored meanwhile; null where nobody did. */
  declare private others: readonly ShownChange[] | null;
  /** As the portal held them last. */
  private base!: LetterSentences;
  private readonly submission = new Submission(this, { settles: askToSignIn });

  constructor() {
    super();
    this.greeting = '';
    this.body = '';
    this.others = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.base = this.committee.letterSentences;
    this.show(heldOf(this.base));
  }

  private show({ greeting, body }: Sentences): void {
    this.greeting = greeting;
    this.body = body;
  }

  private onInput(event: Event): void {
    const { name, value } = event.target as HTMLElementTagNameMap['ui-field'];
    if (name === 'greeting') this.greeting = value;
    if (name === 'body') this.body = value;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { greeting, body } = this;
    const errors = { greeting: fieldError(greeting), body: fieldError(body) };
    await this.submission.submit(errors, () => this.save({ greeting, body }));
  }

  private async save(mine: Sentences): Promise<void> {
    const { base, committee } = this;
    const body = mine.body.trim() === usualBody ? '' : mine.body;
    try {
      await saveSentences(committee.id, { ...mine, body, edition: base.edition });
    } catch (error) {
      if (!(error instanceof ClientError) || error.code !== 'changed_elsewhere') throw error;
      this.base = (await readCommittee(committee.id)).letterSentences;
      const forms = { base: heldOf(base), mine: heldOf(mine), stored: heldOf(this.base) };
      this.others = takeStored(this.renderRoot, forms, fieldNames);
      const changed = (field: keyof Sentences) => forms.mine[field] !== forms.base[field];
      this.show({
        greeting: (changed('greeting') ? forms.mine : forms.stored).greeting,
        body: (changed('body') ? forms.mine : forms.stored).body,
      });
      return;
    }
    this.renderRoot.querySelector('ui-form-dialog')?.close();
    fire(this, 'sentences-saved');
  }

  override render() {
    const { errors, refusal, busy } = this.submission;
    return html`<ui-form-dialog
      heading="開催通知の文"
      error=${refusal}
      ?busy=${busy}
    >
      <form class="fields" @submit=${this.submit} @input=${this.onInput} novalidate>
        ${this.others ? html`<office-concurrent-changes .changes=${this.others}></office-concurrent-changes>` : nothing}
        <p>
          ${letterFields.map((name) => `{${name}}`).join('、')}と書いたところには、会議ごとの内容が入ります。「下記」の日時、場所、議題は自動で続きます。
        </p>
        <ui-field
          label="前文（任意）"
          name="greeting"
          lines="2"
          hint="例：日頃から市政に御協力いただき、厚く御礼申し上げます。"
          maxlength="300"
          .value=${this.greeting}
          error=${errors.greeting ?? ''}
        ></ui-field>
        <ui-field
          label="本文"
          name="body"
          lines="3"
          hint="空にすると、いつもの文に戻ります。"
          maxlength="400"
          .value=${this.body}
          error=${errors.body ?? ''}
        ></ui-field>
        <section aria-labelledby="reads">
          <h3 id="reads">このように印刷します（例）</h3>
          <div class="paper">
            ${[this.greeting, this.body || usualBody]
              .filter((text) => text.trim() !== '')
              .map((text) => html`<p>　${fillSentence(text, this.example)}</p>`)}
          </div>
          <p class="weak">実際の会議の通知は、印刷の前に１枚ずつ確かめられます。</p>
        </section>
      </form>
    </ui-form-dialog>`;
  }

  private get example() {
    const { name } = this.committee;
    return {
      ...{ 会議体: name, 会議: `令和８年度第１回${name}`, 開催日: '令和８年７月１５日（水）' },
      ...{ 時刻: '午後２時から午後４時まで', 場所: '市役所３階　第１会議室', 期限: '令和８年７月８日（水）' },
    };
  }

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    css`
      .paper {
        margin: 0.5rem 0;
        padding: 1rem;
        border: 1px solid var(--color-line);
        background: var(--color-ground);
      }
    `,
  ];
}
customElements.define('office-letter-sentences', OfficeLetterSentences);

function fieldError(sentence: string): string {
  const [unknown] = unknownFields(sentence);
  return unknown === undefined ? '' : `{${unknown}}という差し込み欄はありません。上の名前から選んで書いてください。`;
}

declare global {
  interface PortalEvents {
    'sentences-saved': null;
  }
  interface HTMLElementTagNameMap {
    'office-letter-sentences': OfficeLetterSentences;
  }
}
