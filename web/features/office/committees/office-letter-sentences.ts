import { css, html, LitElement } from 'lit';
import type { Committee, LetterSentences } from '../../../../contract/committees.ts';
import { fillSentence, letterFields, unknownFields, usualBody } from '../../../../domain/meetings/letter-sentences.ts';
import { readCommittee, saveSentences } from '../../../client/committees.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-field.ts';
import { finish } from '../../../ui/ui-form-dialog.ts';
import { ConcurrentEdit } from '../concurrent-edit.ts';
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
  };
  declare committee: Committee;
  declare private greeting: string;
  declare private body: string;

  private readonly edit = new ConcurrentEdit<LetterSentences, Sentences>(this, {
    read: async () => (await readCommittee(this.committee.id)).letterSentences,
    take: (held) => {
      const forms = { base: heldOf(held.base), mine: heldOf(held.mine), stored: heldOf(held.stored) };
      const newest = (field: keyof Sentences) =>
        (forms.mine[field] === forms.base[field] ? forms.stored : forms.mine)[field];
      this.show({ greeting: newest('greeting'), body: newest('body') });
      return takeStored(this.renderRoot, forms, fieldNames);
    },
  });

  constructor() {
    super();
    this.greeting = '';
    this.body = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { letterSentences } = this.committee;
    this.edit.begin(letterSentences);
    this.show(heldOf(letterSentences));
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
    const stored = body.trim() === usualBody ? '' : body;
    const isStored = await this.edit.store(errors, { greeting, body }, (base) =>
      saveSentences(this.committee.id, { greeting, body: stored, edition: base!.edition }),
    );
    if (isStored) finish(this, 'sentences-saved');
  }

  override render() {
    const { errors, refusal, busy } = this.edit;
    return html`<ui-form-dialog
      heading="開催通知の文"
      error=${refusal}
      ?busy=${busy}
    >
      <form class="fields" @submit=${this.submit} @input=${this.onInput} novalidate>
        ${this.edit.news}
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
