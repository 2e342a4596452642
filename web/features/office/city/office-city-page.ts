import { html, LitElement, nothing } from 'lit';
import type { City } from '../../../../contract/city.ts';
import { changeCity, readCity } from '../../../client/city.ts';
import { sentenceOf } from '../../../client/client-error.ts';
import { setTitle } from '../../../client/navigation.ts';
import { paths } from '../../../client/paths.ts';
import { forgetSession } from '../../../client/sessions.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { toast } from '../../../ui/toast.ts';
import '../../../ui/ui-failure.ts';
import '../../../ui/ui-loading.ts';
import '../../../ui/ui-notice.ts';
import '../../../ui/ui-page-header.ts';
import { Answer, askToSignIn } from '../answer.ts';
import '../office-frame.ts';
import { officeSheet } from '../office-sheet.ts';
import './office-city-form.ts';
import type { CitySubmittedEvent } from './office-city-form.ts';

/** The city's name, the sender of its letters, and its envelopes' window; for administrators. */
export class OfficeCityPage extends LitElement {
  static override properties = {
    params: {},
    query: {},
    kept: { state: true },
    refusal: { state: true },
    busy: { state: true },
  };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  /** Whether the form shows what the portal holds. */
  declare private kept: 'unchanged' | 'changed' | 'saved';
  declare private refusal: string;
  declare private busy: boolean;
  private readonly city = new Answer<City>(this, () => readCity());

  constructor() {
    super();
    this.params = {};
    this.kept = 'unchanged';
    this.refusal = '';
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    setTitle('市の設定');
    void this.city.load();
  }

  private async save(city: City): Promise<void> {
    this.busy = true;
    this.refusal = '';
    try {
      await changeCity(city);
      // The city's name stands in the session too.
      forgetSession();
      this.kept = 'saved';
      toast('市の設定を保存しました。');
    } catch (error) {
      if (!askToSignIn(error)) this.refusal = sentenceOf(error);
    } finally {
      this.busy = false;
    }
  }

  override render() {
    const { value, failure } = this.city;
    return html`<office-frame current="city">
      <ui-page-header heading="市の設定" back-href=${paths.office} back-label="会議体の一覧"></ui-page-header>
      ${
        failure
          ? html`<ui-failure
              heading="市の設定を開けませんでした"
              message=${failure.message}
              @retry=${() => void this.city.load()}
            ></ui-failure>`
          : nothing
      }
      ${value ? this.form(value) : failure ? nothing : html`<ui-loading></ui-loading>`}
    </office-frame>`;
  }

  private form(city: City) {
    return html`<div class="stack">
      ${this.refusal ? html`<ui-notice kind="error">${this.refusal}</ui-notice>` : nothing}
      <office-city-form
        .city=${city}
        ?busy=${this.busy}
        @city-changed=${() => {
          this.kept = 'changed';
        }}
        @city-submitted=${(event: CitySubmittedEvent) => void this.save(event.detail)}
      >
        <span role="status">${this.kept === 'changed' ? '変更はまだ保存されていません。' : this.kept === 'saved' ? '保存しました。' : nothing}</span>
      </office-city-form>
    </div>`;
  }

  static override styles = [baseSheet, pageSheet, officeSheet];
}
customElements.define('office-city-page', OfficeCityPage);
