import { css, html, LitElement, nothing } from 'lit';
import type { SpokenPlace, SpokenPlaces } from '../../../contract/search.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import { spokenName } from '../../../domain/meetings/document.ts';
import { pageName } from '../../../domain/meetings/page-name.ts';
import { sentenceOf } from '../../client/client-error.ts';
import { navigate } from '../../client/navigation.ts';
import { files, paths } from '../../client/paths.ts';
import { readPlaces } from '../../client/search.ts';
import { icon } from '../../ui/icons.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { toast } from '../../ui/toast.ts';
import '../../ui/ui-dialog.ts';
import '../../ui/ui-field.ts';
import { placePath, whereOf } from './where.ts';

/** One field for what people say in the meeting (資料１の９ページ、№3-7) and for words; opens from every screen, by `/` too. */
export class FindDialog extends LitElement {
  static override properties = {
    said: { state: true },
    error: { state: true },
    places: { state: true },
    busy: { state: true },
  };
  declare private said: string;
  declare private error: string;
  /** Null until something was looked for. */
  declare private places: readonly SpokenPlace[] | null;
  declare private busy: boolean;

  constructor() {
    super();
    this.said = '';
    this.error = '';
    this.places = null;
    this.busy = false;
  }

  async show(): Promise<void> {
    this.said = '';
    this.error = '';
    this.places = null;
    await this.updateComplete;
    await this.renderRoot.querySelector('ui-dialog')?.show();
    this.renderRoot.querySelector('ui-field')?.focus();
  }

  get open(): boolean {
    return this.renderRoot.querySelector('ui-dialog')?.open ?? false;
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    const said = this.said.trim();
    this.places = null;
    this.error = said === '' ? '行きたいページや、さがす言葉を入力してください。' : '';
    if (said === '' || this.busy) return;
    this.busy = true;
    try {
      this.take(await readPlaces(said, whereOf(location.pathname)));
    } catch (error) {
      this.error = sentenceOf(error);
    } finally {
      this.busy = false;
    }
  }

  private take({ places }: SpokenPlaces): void {
    const [place] = places;
    if (!place) this.search();
    else if (places.length === 1 && place.fit !== 'nearest') this.goTo(place);
    else this.places = places;
  }

  private goTo(place: SpokenPlace): void {
    this.renderRoot.querySelector('ui-dialog')?.close();
    navigate(placePath(location.pathname, place));
    const counted = place.fit === 'counted' ? '印刷された番号がないため、先頭から数えました。' : '';
    toast(`${spokenName(place)}の${pageOf(place)}を開きました。${counted}`);
  }

  private search(): void {
    this.renderRoot.querySelector('ui-dialog')?.close();
    navigate(paths.search({ words: this.said.trim() }));
  }

  override render() {
    return html`<ui-dialog heading="ページへ行く・言葉をさがす" wide>
      <form @submit=${this.submit} novalidate>
        <ui-field
          label="会議で言われた場所か、さがす言葉"
          hint="例：「資料１の9ページ」「№３-７」「公共施設」"
          autocomplete="off"
          maxlength="200"
          .value=${this.said}
          .error=${this.error}
          @input=${(event: Event) => {
            this.said = (event.target as HTMLInputElement).value;
          }}
        ></ui-field>
        <button class="button primary" ?disabled=${this.busy}>行く</button>
      </form>
      ${this.places ? this.several(this.places) : nothing}
    </ui-dialog>`;
  }

  private several(places: readonly SpokenPlace[]) {
    const nearest = places.every(({ fit }) => fit === 'nearest');
    return html`<div role="status">
        <p>${nearest ? `「${this.said.trim()}」という場所はありません。近いものは次のとおりです。` : 'いくつかあります。どれを開きますか。'}</p>
      </div>
      <ul>
        ${places.map(
          (place) => html`<li>
            <button @click=${() => this.goTo(place)}>
              <img src=${files.picture(place.revisionId, place.page, 'small')} alt="" loading="lazy" decoding="async" />
              <span>
                <strong>${spokenName(place)}　${pageOf(place)}</strong>
                ${place.heading ? html`<span>${place.heading}</span>` : nothing}
                <span class="weak">${fiscalYearLabel(place.fiscalYear)}　${place.title}</span>
              </span>
              ${icon('forward')}
            </button>
          </li>`,
        )}
      </ul>
      <p><button class="button" @click=${this.search}>「${this.said.trim()}」を資料の文字からさがす</button></p>`;
  }

  static override styles = [
    baseSheet,
    css`
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: end;
        gap: 0.75rem;
      }
      ul {
        max-height: 50dvh;
        overflow-y: auto;
        border-top: 1px solid var(--color-line-weak);
      }
      li button {
        display: grid;
        grid-template-columns: 4.5rem minmax(0, 1fr) auto;
        align-items: center;
        gap: 1rem;
        width: 100%;
        padding: 0.5rem;
        border: 0;
        border-bottom: 1px solid var(--color-line-weak);
        background: none;
        text-align: start;
        cursor: pointer;
      }
      li button:hover {
        background: var(--color-key-weak);
      }
      li button:focus-visible {
        outline-offset: -4px;
      }
      li span {
        display: block;
      }
      img {
        display: block;
        max-width: 4.5rem;
        max-height: 5rem;
        margin: 0 auto;
        border: 1px solid var(--color-line-weak);
      }
      .weak {
        color: var(--color-text-weak);
      }
    `,
  ];
}
customElements.define('find-dialog', FindDialog);

const pageOf = ({ label, page }: SpokenPlace) => pageName({ number: page, label });

declare global {
  interface HTMLElementTagNameMap {
    'find-dialog': FindDialog;
  }
}
