import { html, LitElement, nothing } from 'lit';
import type { City } from '../../../../contract/city.ts';
import { readCity } from '../../../client/city.ts';
import { setTitle } from '../../../client/navigation.ts';
import { paths } from '../../../client/paths.ts';
import { forgetSession } from '../../../client/sessions.ts';
import { readStatus } from '../../../client/status.ts';
import { readingFace } from '../../../faces/reading-face.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { toast } from '../../../ui/toast.ts';
import '../../../ui/ui-page-header.ts';
import { administratorsWords } from '../missing.ts';
import '../office-frame.ts';
import { answerOf } from '../answer.ts';
import { officeSheet } from '../office-sheet.ts';
import './office-city-form.ts';
import './office-status.ts';

/** The city's name, the sender of its letters, and its envelopes' window; for administrators. */
export class OfficeCityPage extends LitElement {
  static override properties = {
    params: {},
    query: {},
    kept: { state: true },
  };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  /** Whether the form shows what the portal holds. */
  declare private kept: 'unchanged' | 'changed' | 'saved';
  private readonly city = answerOf<City>(this, () => readCity());
  private readonly status = answerOf(this, readStatus);

  constructor() {
    super();
    this.params = {};
    this.kept = 'unchanged';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    setTitle('市の設定');
    void this.city.load();
    void this.status.load();
  }

  private saved(): void {
    // The city's name stands in the session too.
    forgetSession();
    this.kept = 'saved';
    toast('市の設定を保存しました。');
  }

  override render() {
    return html`<office-frame current="city">
      <ui-page-header heading="市の設定" back-href=${paths.office} back-label="会議体の一覧"></ui-page-header>
      ${readingFace(this.city, (city) => this.form(city), administratorsWords('市の設定を開けませんでした'))}
    </office-frame>`;
  }

  private form(city: City) {
    return html`<div class="stack">
      <office-city-form
        .city=${city}
        @city-changed=${() => {
          this.kept = 'changed';
        }}
        @city-saved=${this.saved}
      >
        <span role="status">${this.kept === 'changed' ? '変更はまだ保存されていません。' : this.kept === 'saved' ? '保存しました。' : nothing}</span>
      </office-city-form>
      <office-status .status=${this.status.value}></office-status>
    </div>`;
  }

  static override styles = [baseSheet, pageSheet, officeSheet];
}
customElements.define('office-city-page', OfficeCityPage);
