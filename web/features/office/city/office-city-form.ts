import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { City } from '../../../../contract/city.ts';
import { changeCity, readCity } from '../../../client/city.ts';
import { readForm } from '../../../client/submission.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { ticksSheet } from '../../../ui/sheets/ticks.ts';
import '../../../ui/ui-field.ts';
import '../../../ui/ui-notice.ts';
import { ConcurrentEdit } from '../concurrent-edit.ts';
import { officeSheet } from '../office-sheet.ts';
import { takeStored } from '../take-stored.ts';
import './office-folded-letter.ts';
import { fire } from '../../../ui/events.ts';
import { type EnvelopeWindow, readMillimetres, windowErrors } from './window-errors.ts';

const sides = ['left', 'top', 'width', 'height'] as const;
const sideLabels = { left: '左端から（mm）', top: '上端から（mm）', width: '幅（mm）', height: '高さ（mm）' } as const;
const fieldNames = {
  ...{
    name: '市の名前',
    postalCode: '郵便番号',
    address: '住所',
    senderTitle: '発信者の職',
    senderName: '発信者の氏名',
  },
  ...{ ...sideLabels, passkeysDemanded: '職員のパスキー' },
};
type CityInput = Omit<City, 'edition'>;

const demandWords = (demanded: boolean) => (demanded ? '求める' : '求めない');
const heldOf = ({ name, postalCode, address, senderTitle, senderName, window, ...city }: CityInput) => ({
  ...{ name, postalCode, address, senderTitle, senderName, passkeysDemanded: demandWords(city.passkeysDemanded) },
  ...Object.fromEntries(sides.map((side) => [side, String(window[side])])),
});

/**
 * The city's settings as a form.
 * @fires city-changed when something was typed. @fires city-saved once the portal holds it.
 */
export class OfficeCityForm extends LitElement {
  static override properties = {
    city: { attribute: false },
    drawn: { state: true },
  };
  declare city: City;
  /** The window as far as it is typed. */
  declare private drawn: EnvelopeWindow;

  private readonly edit = new ConcurrentEdit<City, CityInput>(this, {
    read: () => readCity(),
    take: ({ base, mine, stored }) => {
      const sideOf = (side: keyof EnvelopeWindow) =>
        (mine.window[side] === base.window[side] ? stored : mine).window[side];
      this.drawn = { left: sideOf('left'), top: sideOf('top'), width: sideOf('width'), height: sideOf('height') };
      if (this.demand && mine.passkeysDemanded === base.passkeysDemanded) this.demand.checked = stored.passkeysDemanded;
      return takeStored(
        this.renderRoot,
        { base: heldOf(base), mine: heldOf(mine), stored: heldOf(stored) },
        fieldNames,
      );
    },
  });

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('city')) return;
    this.edit.begin(this.city);
    this.drawn = this.city.window;
  }

  private onInput(event: Event): void {
    const { name, value } = event.target as HTMLElementTagNameMap['ui-field'];
    const side = sides.find((candidate) => candidate === name);
    const millimetres = side && readMillimetres(value);
    if (side && typeof millimetres === 'number') this.drawn = { ...this.drawn, [side]: millimetres };
    fire(this, 'city-changed');
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const typed = readForm(event.target as HTMLFormElement);
    const text = (name: string) => (typed[name] ?? '').trim();
    const unread = sides.filter((side) => readMillimetres(text(side)) === null);
    const errors = {
      ...windowErrors(this.drawn),
      ...Object.fromEntries(unread.map((side) => [side, '0から235までの数字で入力してください。例：45.5'])),
      name: text('name') === '' ? '市の名前を入力してください。' : '',
    };
    const city = {
      name: text('name'),
      postalCode: text('postalCode'),
      address: text('address'),
      senderTitle: text('senderTitle'),
      senderName: text('senderName'),
      window: this.drawn,
      passkeysDemanded: this.demand?.checked ?? this.city.passkeysDemanded,
    };
    const isStored = await this.edit.store(errors, city, async (base) => {
      this.edit.begin(await changeCity({ ...city, edition: base!.edition }));
    });
    if (isStored) fire(this, 'city-saved');
  }

  private get demand() {
    return this.renderRoot.querySelector<HTMLInputElement>('input[type=checkbox]');
  }

  override render() {
    const { city } = this;
    const { errors, refusal, busy } = this.edit;
    return html`<form class="stack reading" @submit=${this.submit} @input=${this.onInput} novalidate>
      ${this.edit.news}
      <fieldset class="fields">
        <legend>市と発信者</legend>
        <div class="pair">
          <ui-field label="市の名前" name="name" maxlength="40" required value=${city.name} error=${errors.name ?? ''}></ui-field>
          <ui-field label="郵便番号" name="postalCode" maxlength="10" value=${city.postalCode}></ui-field>
        </div>
        <ui-field label="住所" name="address" maxlength="120" value=${city.address}></ui-field>
        <div class="pair">
          <ui-field
            label="発信者の職"
            name="senderTitle"
            hint="通知の右上に印刷します。例：あおば市長"
            maxlength="60"
            value=${city.senderTitle}
          ></ui-field>
          <ui-field label="発信者の氏名" name="senderName" maxlength="60" value=${city.senderName}></ui-field>
        </div>
      </fieldset>
      <fieldset class="fields">
        <legend>窓付き封筒の窓の位置</legend>
        <p>
          長形３号（120×235mm）に三つ折りで入れたとき、窓が通知のどこに来るかを測って入力してください。封筒の製造元によって違います。
        </p>
        <div class="window">
          <div class="sides">
            ${sides.map(
              (side) => html`<ui-field
                label=${sideLabels[side]}
                name=${side}
                inputmode="decimal"
                maxlength="5"
                value=${String(city.window[side])}
                error=${errors[side] ?? ''}
              ></ui-field>`,
            )}
          </div>
          <office-folded-letter .window=${this.drawn}></office-folded-letter>
        </div>
      </fieldset>
      <fieldset class="fields">
        <legend>職員のサインイン</legend>
        <div class="ticks"><label>
          <input type="checkbox" ?checked=${city.passkeysDemanded} />
          <span>すべての職員にパスキーを求める</span>
        </label></div>
        <p class="weak">
          パスキーのない職員は、サインインした後、登録するまでほかの操作ができません。端末をなくした職員は、「職員」の画面の「パスワードを再設定」から入り直せます。
        </p>
      </fieldset>
      ${refusal ? html`<ui-notice kind="error">${refusal}</ui-notice>` : nothing}
      <div class="row">
        <button class="button primary" aria-disabled=${busy ? 'true' : 'false'}>
          ${busy ? '保存しています…' : '保存する'}
        </button>
        <slot></slot>
      </div>
    </form>`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    ticksSheet,
    css`
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      fieldset + fieldset {
        padding-top: 2rem;
        border-top: 1px solid var(--color-line-weak);
      }
      legend {
        float: left;
        width: 100%;
        padding: 0;
        font-size: 1.375rem;
        font-weight: 700;
      }
      legend + * {
        clear: both;
      }
      .window {
        display: grid;
        grid-template-columns: minmax(16rem, 1fr) minmax(0, 2fr);
        gap: 1.5rem 2rem;
      }
      .sides {
        display: grid;
        grid-template-columns: 1fr 1fr;
        align-content: start;
        gap: 1rem;
      }
      @container (max-width: 56rem) {
        .window {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
}

customElements.define('office-city-form', OfficeCityForm);

declare global {
  interface PortalEvents {
    'city-changed': null;
    'city-saved': null;
  }
  interface HTMLElementTagNameMap {
    'office-city-form': OfficeCityForm;
  }
}
