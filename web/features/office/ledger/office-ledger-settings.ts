import { html, LitElement } from 'lit';
import type { LedgerSettings } from '../../../../contract/ledger.ts';
import { changeLedgerSettings, readLedger } from '../../../client/ledger.ts';
import { readForm } from '../../../client/submission.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import '../../../ui/ui-field.ts';
import { finish } from '../../../ui/ui-form-dialog.ts';
import '../../../ui/ui-select.ts';
import { ConcurrentEdit } from '../concurrent-edit.ts';
import { officeSheet } from '../office-sheet.ts';
import { takeStored } from '../take-stored.ts';

type Typed = Omit<LedgerSettings, 'edition'>;

const fieldNames = { target: '目標（％）', duplex: '印刷する面', pagesPerSide: '１面に入れるページ数' };
const heldOf = ({ target, duplex, pagesPerSide }: Typed) => ({
  ...{ target: String(target ?? ''), duplex: duplex ? 'yes' : 'no', pagesPerSide: String(pagesPerSide) },
});

/**
 * A dialog for the target and for how leaves are counted.
 * @fires settings-saved once the portal holds them. @fires dialog-closed when left without saving.
 */
export class OfficeLedgerSettings extends LitElement {
  static override properties = { settings: { attribute: false } };
  declare settings: LedgerSettings;
  private readonly edit = new ConcurrentEdit<LedgerSettings, Typed>(this, {
    read: async () => (await readLedger()).settings,
    take: ({ base, mine, stored }) =>
      takeStored(this.renderRoot, { base: heldOf(base), mine: heldOf(mine), stored: heldOf(stored) }, fieldNames),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.edit.begin(this.settings);
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { duplex, pagesPerSide, target = '' } = readForm(event.target as HTMLFormElement);
    const wanted = target.normalize('NFKC').replace(/[%％]/, '').trim();
    const errors = { target: /^(?:\d{1,2}|100|)$/.test(wanted) ? '' : '0から100までの数字で入力してください。例：90' };
    const settings = {
      duplex: duplex === 'yes',
      pagesPerSide: Number(pagesPerSide) as LedgerSettings['pagesPerSide'],
      target: wanted === '' ? null : Number(wanted),
    };
    const isStored = await this.edit.store(errors, settings, async (base) => {
      await changeLedgerSettings({ ...settings, edition: (base ?? this.settings).edition });
    });
    if (isStored) finish(this, 'settings-saved');
  }

  override render() {
    const { duplex, pagesPerSide, target } = this.settings;
    const { errors, refusal, busy } = this.edit;
    return html`<ui-form-dialog
      heading="目標と数え方"
      error=${refusal}
      ?busy=${busy}
    >
      <form class="fields" @submit=${this.submit} novalidate>
        ${this.edit.news}
        <ui-field
          label="会議資料総ページ数を、何％減らすか（任意）"
          name="target"
          inputmode="numeric"
          maxlength="4"
          hint="例：90"
          value=${target ?? ''}
          error=${errors.target ?? ''}
        ></ui-field>
        <ui-select
          label="印刷する面"
          name="duplex"
          .value=${duplex ? 'yes' : 'no'}
          .choices=${[{ value: 'yes', label: '両面' }, { value: 'no', label: '片面' }]}
        ></ui-select>
        <ui-select
          label="１面に入れるページ数"
          name="pagesPerSide"
          .value=${String(pagesPerSide)}
          .choices=${[
            { value: '1', label: '1ページ' },
            { value: '2', label: '2ページ' },
            { value: '4', label: '4ページ' },
          ]}
        ></ui-select>
      </form>
    </ui-form-dialog>`;
  }

  static override styles = [baseSheet, pageSheet, officeSheet];
}
customElements.define('office-ledger-settings', OfficeLedgerSettings);

declare global {
  interface PortalEvents {
    'settings-saved': null;
  }
  interface HTMLElementTagNameMap {
    'office-ledger-settings': OfficeLedgerSettings;
  }
}
