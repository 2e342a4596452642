import { css, html, LitElement } from 'lit';
import type { Committee } from '../../../../contract/committees.ts';
import { fillSentence, letterFields, unknownFields, usualBody } from '../../../../domain/meetings/letter-sentences.ts';
import { saveSentences } from '../../../client/committees.ts';
import { Submission } from '../../../client/submission.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-field.ts';
import '../../../ui/ui-form-dialog.ts';
import { askToSignIn } from '../answer.ts';
import { officeSheet } from '../office-sheet.ts';

/**
 * The sentences of a committee's letters, with how they will read.
 * @fires sentences-saved. @fires dialog-closed when left without saving.
 */
export class OfficeLetterSentences extends LitElement {
  static override properties = {
    committee: { attribute: false },
    greeting: { state: true },
    body: { state: true },
  };
  declare committee: Committee;
  declare private greeting: string;
  declare private body: string;
  private readonly submission = new Submission(this, { settles: askToSignIn });

  constructor() {
    super();
    this.greeting = '';
    this.body = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.greeting = this.committee.letterSentences.greeting;
    this.body = this.committee.letterSentences.body || usualBody;
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
    await this.submission.submit(errors, async () => {
      await saveSentences(this.committee.id, { greeting, body: body.trim() === usualBody ? '' : body });
      this.renderRoot.querySelector('ui-form-dialog')?.close();
      this.dispatchEvent(new CustomEvent('sentences-saved'));
    });
  }

  override render() {
    const { errors, refusal, busy } = this.submission;
    return html`<ui-form-dialog
      heading="開催通知の文"
      error=${refusal}
      ?busy=${busy}
      @dialog-closed=${() => this.dispatchEvent(new CustomEvent('dialog-closed'))}
    >
      <form class="fields" @submit=${this.submit} @input=${this.onInput} novalidate>
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
  interface HTMLElementTagNameMap {
    'office-letter-sentences': OfficeLetterSentences;
  }
}
